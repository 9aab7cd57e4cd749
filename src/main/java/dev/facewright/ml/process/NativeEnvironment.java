package dev.facewright.ml.process;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// The environment that native code of this process sees. Java cannot change its own, but the C library can, and
/// native libraries read theirs when they load: a setting made here before that holds, whatever started the
/// process.
public final class NativeEnvironment {
    private NativeEnvironment() {}

    /// Sets the variable, unless whoever started the process has set it already.
    ///
    /// @throws IllegalStateException if the platform has no `setenv`; it says which variable to set outside
    @SuppressWarnings("restricted") // the one place that calls into the C library
    public static void setIfAbsent(String name, String value) {
        if (System.getenv(name) != null) {
            return;
        }
        Linker linker = Linker.nativeLinker();
        MemorySegment setenv = linker.defaultLookup().find("setenv").orElseThrow(() -> cannot(name, value));
        MethodHandle call = linker.downcallHandle(
                setenv,
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            if ((int) call.invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), 1) != 0) {
                throw cannot(name, value);
            }
        } catch (RuntimeException | Error rethrown) {
            throw rethrown;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static IllegalStateException cannot(String name, String value) {
        return new IllegalStateException("Set the environment variable " + name + "=" + value + " and start again");
    }
}
