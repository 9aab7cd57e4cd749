package dev.facewright.ml.data;

import dev.facewright.ml.graph.Preprocessing;
import dev.facewright.ml.graph.Preprocessing.ChannelOrder;
import dev.facewright.ml.image.FaceAligner;
import java.nio.FloatBuffer;

/// Turns the bytes of a crop into a network's input, `(pixel / 255 - mean) / deviation`, channel planes one
/// after another.
public final class Preprocess {
    /// Values of one crop: float32 `[3, 112, 112]`.
    public static final int TENSOR_VALUES = CropSource.CROP_BYTES;

    private static final int PLANE = FaceAligner.SIDE * FaceAligner.SIDE;
    private static final int LEVELS = 256;

    private Preprocess() {}

    /// @param crop  uint8 `[112, 112, 3]`, RGB
    /// @param target  receives float32 `[3, 112, 112]` from `offset` on, in the channel order of `preprocessing`
    public static void toTensor(byte[] crop, Preprocessing preprocessing, float[] target, int offset) {
        toTensor(crop, preprocessing, FloatBuffer.wrap(target), offset);
    }

    /// @param crop  uint8 `[112, 112, 3]`, RGB
    /// @param target  receives float32 `[3, 112, 112]` at absolute place `offset`; its position stays
    public static void toTensor(byte[] crop, Preprocessing preprocessing, FloatBuffer target, int offset) {
        if (crop.length != CropSource.CROP_BYTES) {
            throw new IllegalArgumentException("A crop has " + CropSource.CROP_BYTES + " bytes, not " + crop.length);
        }
        float[] plane = new float[PLANE];
        for (int channel = 0; channel < 3; channel++) {
            float[] values = values(
                    preprocessing.mean().get(channel), preprocessing.deviation().get(channel));
            int source = preprocessing.order() == ChannelOrder.RGB ? channel : 2 - channel;
            for (int i = 0; i < PLANE; i++) {
                plane[i] = values[crop[3 * i + source] & 0xff];
            }
            target.put(offset + channel * PLANE, plane);
        }
    }

    /// What each of the 256 byte values becomes.
    private static float[] values(double mean, double deviation) {
        float[] values = new float[LEVELS];
        for (int i = 0; i < LEVELS; i++) {
            values[i] = (float) ((i / 255.0 - mean) / deviation);
        }
        return values;
    }
}
