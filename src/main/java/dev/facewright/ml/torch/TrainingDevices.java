package dev.facewright.ml.torch;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What a run trains on: one device, or several of which each works on its part of every batch.
///
/// @param all  at least one; the first keeps the state and updates it
public record TrainingDevices(List<TorchDevice> all) {
    public static final TrainingDevices CPU = new TrainingDevices(List.of(TorchDevice.CPU));

    public TrainingDevices {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("Nothing can be trained on no device");
        }
    }

    /// The first GPUs there are.
    public static TrainingDevices cuda(int count) {
        return new TrainingDevices(
                IntStream.range(0, count).mapToObj(TorchDevice::cuda).toList());
    }

    public TorchDevice first() {
        return all.getFirst();
    }

    /// For logs: `cpu`, `cuda:0`, `cuda:0-3`.
    @Override
    public String toString() {
        if (all.size() > 1 && equals(cuda(all.size()))) {
            return first() + "-" + all.getLast().index();
        }
        return all.stream().map(TorchDevice::toString).collect(Collectors.joining(", "));
    }
}
