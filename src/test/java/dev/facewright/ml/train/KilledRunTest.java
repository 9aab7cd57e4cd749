package dev.facewright.ml.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.ml.process.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real processes, killed at places where they stand still, and once wherever they are.
class KilledRunTest {
    @Test
    void aRunKilledAgainAndAgainEndsInTheSameBits(@TempDir Path whole, @TempDir Path killed) throws Exception {
        finish(whole, "from-start");

        killAt(killed, "from-start", "step-0");
        killAt(killed, "from-start", "half-written-4");
        killAt(killed, "from-2", "step-4");
        killAt(killed, "from-4", "epoch-1");
        killInTheMiddleOfSomething(killed, "from-6", "step-8");
        finish(killed, "from-8", "from-10");

        assertThat(killed.resolve(ChildRun.MODEL)).hasSameBinaryContentAs(whole.resolve(ChildRun.MODEL));
        Path last = Path.of("checkpoint-" + ChildRun.EPOCHS * ChildRun.STEPS_PER_EPOCH);
        assertThat(killed.resolve(last)).hasSameBinaryContentAs(whole.resolve(last));
    }

    private static void killAt(Path folder, String from, String place) throws IOException, InterruptedException {
        try (ChildJvm run = ChildJvm.start(ChildRun.class, folder.toString(), place)) {
            run.waitFor(from);
            run.waitFor("holds");
            run.kill();
        }
        assertThat(folder.resolve(ChildRun.MODEL)).doesNotExist();
    }

    /// The next step has begun by the time this one is read.
    private static void killInTheMiddleOfSomething(Path folder, String from, String after) throws Exception {
        try (ChildJvm run = ChildJvm.start(ChildRun.class, folder.toString(), "nowhere")) {
            run.waitFor(from);
            run.waitFor(after);
            run.kill();
        }
    }

    private static void finish(Path folder, String... from) throws IOException, InterruptedException {
        try (ChildJvm run = ChildJvm.start(ChildRun.class, folder.toString(), "nowhere")) {
            run.finish();
            assertThat(run.said()).containsAnyOf(from);
        }
        assertThat(Files.exists(folder.resolve(ChildRun.MODEL))).isTrue();
    }
}
