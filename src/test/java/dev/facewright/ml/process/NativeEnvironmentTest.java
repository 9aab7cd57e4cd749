package dev.facewright.ml.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;

class NativeEnvironmentTest {
    @Test
    void nativeCodeSeesWhatWasSet() throws Throwable {
        NativeEnvironment.setIfAbsent("FACEWRIGHT_TEST_SETTING", "AVX2");
        assertThat(seenByTheCLibrary("FACEWRIGHT_TEST_SETTING")).isEqualTo("AVX2");
    }

    @Test
    void whatTheProcessWasStartedWithStays() throws Throwable {
        NativeEnvironment.setIfAbsent("PATH", "nowhere");
        assertThat(seenByTheCLibrary("PATH")).isEqualTo(System.getenv("PATH"));
    }

    private static String seenByTheCLibrary(String name) throws Throwable {
        Linker linker = Linker.nativeLinker();
        var getenv = linker.downcallHandle(
                linker.defaultLookup().find("getenv").orElseThrow(),
                FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS));
        try (Arena arena = Arena.ofConfined()) {
            var value = (MemorySegment) getenv.invokeExact(arena.allocateFrom(name));
            return value.reinterpret(Long.MAX_VALUE).getString(0);
        }
    }
}
