package dev.facewright.ml.torch;

import ai.djl.engine.EngineException;
import java.util.List;
import java.util.Locale;

/// PyTorch was refused memory for a tensor, on the processor or on a GPU.
public final class NativeMemoryExhausted extends RuntimeException {
    // DefaultCPUAllocator's, the CUDA allocator's, and what the C++ library throws.
    private static final List<String> SIGNS =
            List.of("can't allocate memory", "not enough memory", "out of memory", "std::bad_alloc");

    private NativeMemoryExhausted(EngineException cause) {
        super("PyTorch was refused memory", cause);
    }

    /// @return this kind of exception if the engine's is of it, the engine's own otherwise
    static RuntimeException unlessOther(EngineException failed) {
        String message = String.valueOf(failed.getMessage()).toLowerCase(Locale.ROOT);
        return SIGNS.stream().anyMatch(message::contains) ? new NativeMemoryExhausted(failed) : failed;
    }
}
