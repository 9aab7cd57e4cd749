package dev.facewright.ml.torch;

import ai.djl.Device;

/// Where arrays live and programs run.
///
/// @param index  which of its kind, from 0
public record TorchDevice(Kind kind, int index) {
    public enum Kind {
        /// The processor: however many cores it has, there is one of it.
        CPU,
        /// A GPU of NVIDIA's.
        CUDA;

        /// Only kernels of a GPU multiply short numbers faster. On a processor PyTorch has none that are both
        /// right and fast (see `TorchEngine` on AVX-512): a convolution takes 4 to 36 times as long, so there
        /// short numbers are stored, and multiplied as float32.
        boolean multipliesShort() {
            return this == CUDA;
        }
    }

    public static final TorchDevice CPU = new TorchDevice(Kind.CPU, 0);

    public static TorchDevice cuda(int index) {
        return new TorchDevice(Kind.CUDA, index);
    }

    Device djl() {
        return switch (kind) {
            case CPU -> Device.cpu();
            case CUDA -> Device.gpu(index);
        };
    }

    /// As PyTorch writes it: `cpu`, `cuda:1`.
    @Override
    public String toString() {
        return switch (kind) {
            case CPU -> "cpu";
            case CUDA -> "cuda:" + index;
        };
    }
}
