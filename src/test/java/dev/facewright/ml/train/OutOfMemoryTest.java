package dev.facewright.ml.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.ml.process.ChildJvm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Real processes that the system refuses memory.
@EnabledOnOs(OS.LINUX)
class OutOfMemoryTest {
    @Test
    void aBatchThatDoesNotFitIsCutIntoPartsAndStaysAsLarge() throws Exception {
        List<String> said = run("supervised");

        assertThat(said)
                .filteredOn(line -> line.startsWith("OutOfMemory"))
                .first()
                .asString()
                .startsWith("OutOfMemory[globalStep=0, imagesAtOnce=16, parts=2, goesOnFrom=Progress[epoch=0, step=0");
        assertThat(said).contains("32 images a step, the same bits as a run in such parts: true");
    }

    @Test
    void aBatchOfViewsCannotBeCutAndTheRunSaysWhatToDo() throws Exception {
        assertThat(run("simclr"))
                .contains("Out of memory at step 0: a batch of views cannot be cut into parts. "
                        + "Choose activation checkpointing, a smaller batch or a smaller network, and start again.");
    }

    private static List<String> run(String objective) throws Exception {
        try (ChildJvm run = ChildJvm.start(MemoryLimitedRun.class, objective)) {
            run.finish();
            return run.said();
        }
    }
}
