package dev.facewright.ml.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

class NativeMemoryTest {
    // Less than a thread's arena holds, more than anything else in this process moves meanwhile.
    private static final long BLOCK = 48 << 20;
    private static final int PAGE = 4096;

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

    @Test
    @EnabledIf("glibcAtItsDefaults")
    void whatIsFreedStaysInTheProcessUntilItIsGivenBack() throws Throwable {
        NativeMemory.giveBack();
        long before = resident();
        NativeMemory.keepFreed();
        takeAndFree();
        long kept = resident();
        NativeMemory.giveBack();

        assertThat(kept - before).isGreaterThan(BLOCK / 2);
        assertThat(resident() - before).isLessThan(BLOCK / 2);
    }

    @SuppressWarnings("restricted") // calls into the C library
    private static void takeAndFree() throws Throwable {
        Linker linker = Linker.nativeLinker();
        MemorySegment block = (MemorySegment) linker.downcallHandle(
                        linker.defaultLookup().findOrThrow("malloc"),
                        FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_LONG))
                .invokeExact(BLOCK);
        MemorySegment pages = block.reinterpret(BLOCK);
        for (long place = 0; place < BLOCK; place += PAGE) {
            pages.set(ValueLayout.JAVA_BYTE, place, (byte) 1);
        }
        linker.downcallHandle(
                        linker.defaultLookup().findOrThrow("free"), FunctionDescriptor.ofVoid(ValueLayout.ADDRESS))
                .invokeExact(block);
    }

    private static long resident() throws IOException {
        return Long.parseLong(Files.readString(Path.of("/proc/self/statm")).split(" ")[1]) * PAGE;
    }
}
