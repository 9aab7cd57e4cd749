package dev.facewright.platform.training;

import dev.facewright.ml.data.CropSource;
import dev.facewright.platform.datasets.SealedCrops;

/// One split of a sealed version, as the library reads it.
record SealedCropSource(SealedCrops crops) implements CropSource {
    @Override
    public int size() {
        return crops.size();
    }

    @Override
    public int identities() {
        return crops.identities();
    }

    @Override
    public int label(int index) {
        return crops.label(index);
    }

    @Override
    public void read(int index, byte[] target) {
        crops.read(index, target);
    }
}
