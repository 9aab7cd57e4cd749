package dev.facewright.ml.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

class NativeMemoryTest {
    private final List<List<Integer>> options = new ArrayList<>();

    /// By `malloc.h`: M_MMAP_THRESHOLD is -3, M_TRIM_THRESHOLD -1, M_TOP_PAD -2.
    @Test
    void nothingIsMappedOnItsOwnNorTrimmedAndArenasGrowBy256Megabytes() {
        NativeMemory.keepFreed(Set.of("PATH", "OMP_NUM_THREADS"), this::record);

        assertThat(options).containsExactly(List.of(-3, -1), List.of(-1, -1), List.of(-2, 268_435_456));
    }

    @Test
    void whoeverStartedTheProcessHasTheLastWord() {
        NativeMemory.keepFreed(Set.of("PATH", "MALLOC_ARENA_MAX"), this::record);

        assertThat(options).isEmpty();
    }

    private void record(int parameter, int value) {
        options.add(List.of(parameter, value));
    }

    @Test
    void aFunctionThatTheCLibraryLacksIsNotFound() {
        assertThat(NativeMemory.find("mallopt_of_no_library", ValueLayout.JAVA_INT))
                .isEmpty();
    }

    static boolean glibcAtItsDefaults() {
        return NativeMemory.find("mallopt", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT)
                        .isPresent()
                && System.getenv().keySet().stream().noneMatch(name -> name.startsWith("MALLOC_"));
    }

    /// In a process of its own: what other tests have taken and freed decides where a block comes to lie.
    @Test
    @EnabledIf("glibcAtItsDefaults")
    void whatIsFreedStaysInTheProcessUntilItIsGivenBack() throws Exception {
        try (ChildJvm process = ChildJvm.start(FreedMemory.class)) {
            process.finish();

            assertThat(process.said()).contains("kept: all", "given back: all");
        }
    }
}
