package dev.facewright.ml.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

class NativeMemoryTest {
    // Less than a thread's arena holds.
    private static final long BLOCK = 48 << 20;
    private static final long BEHIND = 1 << 20;
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

    /// By the block's own pages: whatever else this process holds comes and goes meanwhile.
    @Test
    @EnabledIf("glibcAtItsDefaults")
    void whatIsFreedStaysInTheProcessUntilItIsGivenBack() throws Throwable {
        NativeMemory.keepFreed();
        long block = takeAndFree();
        long kept = resident(block);
        NativeMemory.giveBack();

        assertThat(kept).isGreaterThan(BLOCK / 2);
        assertThat(resident(block)).isLessThan(BLOCK / 2);
    }

    /// With something behind it that stays, since the end of a thread's arena is never given back.
    ///
    /// @return where it was
    private static long takeAndFree() throws Throwable {
        MemorySegment block = malloc(BLOCK);
        block.reinterpret(BLOCK).fill((byte) 1);
        malloc(BEHIND);
        function("free", FunctionDescriptor.ofVoid(ValueLayout.ADDRESS)).invokeExact(block);
        return block.address();
    }

    private static MemorySegment malloc(long bytes) throws Throwable {
        return (MemorySegment) function("malloc", FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_LONG))
                .invokeExact(bytes);
    }

    /// Bytes of the block's pages that are in memory; none where its addresses are not the process's any more.
    private static long resident(long block) throws Throwable {
        MethodHandle mincore = function(
                "mincore",
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS));
        long pages = BLOCK / PAGE - 1;
        long first = Math.ceilDiv(block, (long) PAGE) * PAGE;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment states = arena.allocate(pages);
            int failed = (int) mincore.invokeExact(MemorySegment.ofAddress(first), pages * PAGE, states);
            return failed != 0
                    ? 0
                    : PAGE
                            * IntStream.range(0, (int) pages)
                                    .filter(page -> (states.get(ValueLayout.JAVA_BYTE, page) & 1) != 0)
                                    .count();
        }
    }

    @SuppressWarnings("restricted") // calls into the C library
    private static MethodHandle function(String name, FunctionDescriptor descriptor) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor);
    }
}
