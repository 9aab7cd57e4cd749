package dev.facewright.ml.data;

import java.util.List;

/// Crops that are already in memory.
///
/// @param crops  uint8 `[112, 112, 3]` each; not copied
/// @param labels  one a crop, from 0 without gaps
public record CropsInMemory(List<byte[]> crops, List<Integer> labels) implements CropSource {
    public CropsInMemory {
        crops = List.copyOf(crops);
        labels = List.copyOf(labels);
        if (crops.size() != labels.size()) {
            throw new IllegalArgumentException(crops.size() + " crops but " + labels.size() + " labels");
        }
        if (crops.stream().anyMatch(crop -> crop.length != CROP_BYTES)) {
            throw new IllegalArgumentException("Every crop must have " + CROP_BYTES + " bytes");
        }
        if (labels.stream().anyMatch(label -> label < 0)) {
            throw new IllegalArgumentException("Labels start at 0");
        }
    }

    @Override
    public int size() {
        return crops.size();
    }

    @Override
    public int identities() {
        return labels.stream().mapToInt(Integer::intValue).max().orElse(-1) + 1;
    }

    @Override
    public int label(int index) {
        return labels.get(index);
    }

    @Override
    public void read(int index, byte[] target) {
        System.arraycopy(crops.get(index), 0, target, 0, CROP_BYTES);
    }
}
