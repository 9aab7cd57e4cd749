package dev.facewright.ml.process;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// What the C library does with memory that native code has freed. A training step takes and frees the same
/// large blocks over and over; by default each goes back to the kernel at once, and comes back page by page.
public final class NativeMemory {
    // glibc's malloc.h
    private static final int TRIM_THRESHOLD = -1;
    private static final int TOP_PAD = -2;
    private static final int MMAP_THRESHOLD = -3;
    private static final int NEVER = -1;

    // Of address space, not of memory. So large that a thread's arena, in pieces of 64 MB, never gives one back.
    private static final int PAD = 256 << 20;

    private NativeMemory() {}

    /// glibc's `mallopt`.
    @FunctionalInterface
    interface Option {
        void set(int parameter, int value);
    }

    /// From here on this process keeps what native code frees, for what it asks for next: until `giveBack`. Not
    /// if whoever started the process has set a `MALLOC_` variable, nor where the C library is not glibc.
    public static void keepFreed() {
        find("mallopt", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT)
                .ifPresent(mallopt ->
                        keepFreed(System.getenv().keySet(), (parameter, value) -> call(mallopt, parameter, value)));
    }

    static void keepFreed(Set<String> environment, Option mallopt) {
        if (environment.stream().noneMatch(name -> name.startsWith("MALLOC_"))) {
            mallopt.set(MMAP_THRESHOLD, NEVER);
            mallopt.set(TRIM_THRESHOLD, NEVER);
            mallopt.set(TOP_PAD, PAD);
        }
    }

    /// Gives the kernel the free pages back, in all arenas; but those at the end of a thread's arena, of at most
    /// 64 MB, stay.
    public static void giveBack() {
        find("malloc_trim", ValueLayout.JAVA_LONG).ifPresent(trim -> call(trim, 0L));
    }

    /// A function of the C library; empty where it has none of that name.
    @SuppressWarnings("restricted") // calls into the C library
    static Optional<MethodHandle> find(String function, ValueLayout... arguments) {
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> address = linker.defaultLookup().find(function);
        return address.map(
                found -> linker.downcallHandle(found, FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments)));
    }

    private static void call(MethodHandle function, Object... arguments) {
        try {
            function.invokeWithArguments(Arrays.asList(arguments));
        } catch (RuntimeException | Error rethrown) {
            throw rethrown;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
