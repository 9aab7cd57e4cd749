package dev.facewright.ml.process;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.stream.IntStream;

/// A process that takes a block, frees it, and says how much of it is in memory, before it is given back and after.
final class FreedMemory {
    // Less than a thread's arena holds.
    private static final long BLOCK = 48 << 20;
    private static final long BEHIND = 1 << 20;
    private static final int PAGE = 4096;

    private FreedMemory() {}

    public static void main(String... arguments) throws Throwable {
        NativeMemory.keepFreed();
        long block = takeAndFree();
        System.out.println("kept: " + (resident(block) > BLOCK / 2 ? "all" : "nothing"));
        NativeMemory.giveBack();
        System.out.println("given back: " + (resident(block) > BLOCK / 2 ? "nothing" : "all"));
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
