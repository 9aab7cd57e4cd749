package dev.facewright.platform.export;

import dev.facewright.ml.bundle.GoldenCheck;
import dev.facewright.ml.data.Preprocess;
import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.image.FaceAligner;
import dev.facewright.ml.synth.Scene;
import dev.facewright.ml.synth.SyntheticFace;
import dev.facewright.ml.synth.SyntheticIdentity;
import dev.facewright.ml.torch.TorchEmbedder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Golden inputs with the trainer's answers: rendered faces and noise, always the same, and never a real person.
final class GoldenFaces {
    private static final int FACES = 3;
    private static final int NOISE = 1;
    private static final int RENDERED_SIDE = 224;
    private static final long SEED = 20_260_101;

    private GoldenFaces() {}

    static GoldenCheck check(FaceModel model) {
        List<byte[]> crops = crops();
        float[] input = new float[crops.size() * Preprocess.TENSOR_VALUES];
        for (int i = 0; i < crops.size(); i++) {
            Preprocess.toTensor(crops.get(i), model.preprocessing(), input, i * Preprocess.TENSOR_VALUES);
        }
        try (TorchEmbedder trainer = TorchEmbedder.open(model)) {
            return new GoldenCheck(input, crops.size(), trainer.embed(input, crops.size()));
        }
    }

    private static List<byte[]> crops() {
        List<byte[]> crops = new ArrayList<>();
        for (int i = 0; i < FACES; i++) {
            SyntheticFace face =
                    SyntheticFace.render(SyntheticIdentity.of(SEED + i), Scene.random(SEED + i), RENDERED_SIDE);
            crops.add(FaceAligner.align(face.image(), face.landmarks5()).pixels());
        }
        Random random = new Random(SEED);
        for (int i = 0; i < NOISE; i++) {
            byte[] noise = new byte[FaceAligner.CROP_BYTES];
            random.nextBytes(noise);
            crops.add(noise);
        }
        return crops;
    }
}
