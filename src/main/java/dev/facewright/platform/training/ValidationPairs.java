package dev.facewright.platform.training;

import dev.facewright.ml.data.CropSource;
import dev.facewright.ml.data.Preprocess;
import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.torch.TorchDevice;
import dev.facewright.ml.torch.TorchEmbedder;
import dev.facewright.ml.verify.CosineSimilarity;
import dev.facewright.ml.verify.LfwProtocol;
import dev.facewright.ml.verify.Pair;
import dev.facewright.ml.verify.VerificationReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Pairs of validation crops: as many impostors as genuine ones, drawn by the run's seed.
/// They tell whether a run learnt anything, not how good the model is on people it never saw.
final class ValidationPairs {
    private static final int MOST_CROPS = 400;
    private static final int MOST_OF_A_KIND = 3000;
    private static final int FOLDS = 10;
    /// Fewer would leave folds with a pair or two, whose accuracy says nothing.
    private static final int LEAST_OF_A_KIND = 10 * FOLDS;

    private static final int BATCH = 32;

    private record Drawn(int first, int second, boolean genuine) {}

    private final List<Drawn> drawn;
    private final int crops;

    private ValidationPairs(List<Drawn> drawn, int crops) {
        this.drawn = drawn;
        this.crops = crops;
    }

    /// Empty if the split is too small to say anything.
    static Optional<ValidationPairs> of(CropSource source, long seed) {
        int crops = Math.min(MOST_CROPS, source.size());
        Random random = new Random(seed);
        List<Drawn> genuine = new ArrayList<>();
        List<Drawn> impostors = new ArrayList<>();
        for (int first = 0; first < crops; first++) {
            for (int second = first + 1; second < crops; second++) {
                boolean same = label(source, first, crops) == label(source, second, crops);
                (same ? genuine : impostors).add(new Drawn(first, second, same));
            }
        }
        Collections.shuffle(genuine, random);
        Collections.shuffle(impostors, random);
        int each = Math.min(MOST_OF_A_KIND, Math.min(genuine.size(), impostors.size()));
        if (each < LEAST_OF_A_KIND) {
            return Optional.empty();
        }
        List<Drawn> drawn = new ArrayList<>(genuine.subList(0, each));
        drawn.addAll(impostors.subList(0, each));
        return Optional.of(new ValidationPairs(drawn, crops));
    }

    VerificationReport evaluate(FaceModel model, CropSource source, TorchDevice device) {
        float[][] embeddings = embed(model, source, device);
        List<Pair> pairs = new ArrayList<>();
        double[] scores = new double[drawn.size()];
        for (int i = 0; i < scores.length; i++) {
            Drawn pair = drawn.get(i);
            pairs.add(new Pair("" + pair.first(), "" + pair.second(), pair.genuine(), i % FOLDS + 1));
            scores[i] = CosineSimilarity.of(embeddings[pair.first()], embeddings[pair.second()]);
        }
        return LfwProtocol.evaluate(scores, pairs, List.of());
    }

    private float[][] embed(FaceModel model, CropSource source, TorchDevice device) {
        float[][] embeddings = new float[crops][];
        byte[] crop = new byte[CropSource.CROP_BYTES];
        float[] images = new float[BATCH * Preprocess.TENSOR_VALUES];
        try (TorchEmbedder embedder = TorchEmbedder.open(model, device)) {
            for (int from = 0; from < crops; from += BATCH) {
                int count = Math.min(BATCH, crops - from);
                for (int i = 0; i < count; i++) {
                    source.read(place(source, from + i, crops), crop);
                    Preprocess.toTensor(crop, model.preprocessing(), images, i * Preprocess.TENSOR_VALUES);
                }
                float[] batch = count == BATCH ? images : Arrays.copyOf(images, count * Preprocess.TENSOR_VALUES);
                System.arraycopy(embedder.embed(batch, count), 0, embeddings, from, count);
            }
        }
        return embeddings;
    }

    private static int label(CropSource source, int index, int crops) {
        return source.label(place(source, index, crops));
    }

    /// Spread over the whole split, since it is ordered by person.
    private static int place(CropSource source, int index, int crops) {
        return (int) ((long) index * source.size() / crops);
    }
}
