package dev.facewright.bench;

import dev.facewright.ml.data.CropsInMemory;
import dev.facewright.ml.data.Preprocess;
import dev.facewright.ml.detect.FaceDetector;
import dev.facewright.ml.detect.YuNet;
import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.image.ImageDecoder.DecodedImage;
import dev.facewright.ml.image.FaceAligner;
import dev.facewright.ml.image.ImageDecoder;
import dev.facewright.ml.image.ImageLimits;
import dev.facewright.ml.torch.TorchEmbedder;
import dev.facewright.ml.verify.CosineSimilarity;
import dev.facewright.ml.verify.LfwProtocol;
import dev.facewright.ml.verify.Pair;
import dev.facewright.ml.verify.PairsFile;
import dev.facewright.ml.verify.VerificationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Aligned crops of LFW View 1: people of its training part to learn from, and the pairs of its test part, in
/// which none of them is.
///
/// @param training  crops of everybody with enough images
/// @param pairs  of `pairsDevTest.txt`, both of whose faces were found
/// @param tested  crops by image key
record LfwCrops(CropsInMemory training, List<Pair> pairs, Map<String, byte[]> tested) {
    private static final int FOLDS = 10;
    private static final int EMBEDDED_AT_ONCE = 64;

    /// @param folder  with `lfw` and `models`
    /// @param least  images that a person to learn from must have
    /// @param most  images that are used of each
    static LfwCrops load(Path folder, int least, int most) throws IOException {
        byte[] model = Files.readAllBytes(folder.resolve("models/yunet_n_dynamic.onnx"));
        try (FaceDetector detector = YuNet.open(model, YuNet.Options.DEFAULT)) {
            CropsInMemory training = training(folder, detector, least, most);
            Path images = folder.resolve("lfw/images");
            List<Pair> all = PairsFile.parse(Files.readString(folder.resolve("lfw/protocol/pairsDevTest.txt")));
            Map<String, byte[]> tested = new LinkedHashMap<>();
            for (String key : all.stream().flatMap(pair -> Stream.of(pair.first(), pair.second())).distinct().toList()) {
                crop(images.resolve(key + ".jpg"), detector).ifPresent(crop -> tested.put(key, crop));
            }
            List<Pair> pairs = all.stream()
                    .filter(pair -> tested.containsKey(pair.first()) && tested.containsKey(pair.second()))
                    .toList();
            return new LfwCrops(training, pairs, tested);
        }
    }

    private static CropsInMemory training(Path folder, FaceDetector detector, int least, int most)
            throws IOException {
        List<byte[]> crops = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        int identity = 0;
        List<String> people = Files.readAllLines(folder.resolve("lfw/protocol/peopleDevTrain.txt"));
        for (String line : people.subList(1, people.size())) {
            List<byte[]> own = new ArrayList<>();
            for (Path image : images(folder.resolve("lfw/images").resolve(line.split("\t")[0]), least, most)) {
                crop(image, detector).ifPresent(own::add);
            }
            if (own.size() >= least) {
                crops.addAll(own);
                labels.addAll(Collections.nCopies(own.size(), identity++));
            }
        }
        return new CropsInMemory(crops, labels);
    }

    private static List<Path> images(Path person, int least, int most) throws IOException {
        if (!Files.isDirectory(person)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(person)) {
            List<Path> sorted = files.sorted().toList();
            return sorted.size() < least ? List.of() : sorted.subList(0, Math.min(most, sorted.size()));
        }
    }

    private static Optional<byte[]> crop(Path file, FaceDetector detector) throws IOException {
        DecodedImage decoded = ImageDecoder.decode(Files.readAllBytes(file), ImageLimits.DEFAULT);
        return FaceDetector.pick(
                        detector.detect(decoded.image()),
                        decoded.image().width(),
                        decoded.image().height())
                .map(face -> FaceAligner.align(decoded.image(), face.landmarks()).pixels());
    }

    /// View 1 is one fold; its pairs are dealt out over ten, so that no threshold is chosen on the pairs it is
    /// tested on.
    VerificationReport verify(FaceModel model) {
        Map<String, float[]> embeddings = embeddings(model);
        List<Pair> folded = new ArrayList<>();
        for (Pair pair : pairs) {
            folded.add(new Pair(pair.first(), pair.second(), pair.genuine(), 1 + folded.size() % FOLDS));
        }
        double[] scores = folded.stream()
                .mapToDouble(pair -> CosineSimilarity.of(
                        Objects.requireNonNull(embeddings.get(pair.first())),
                        Objects.requireNonNull(embeddings.get(pair.second()))))
                .toArray();
        return LfwProtocol.evaluate(scores, folded, List.of());
    }

    private Map<String, float[]> embeddings(FaceModel model) {
        List<String> keys = List.copyOf(tested.keySet());
        Map<String, float[]> embeddings = new LinkedHashMap<>();
        try (TorchEmbedder embedder = TorchEmbedder.open(model)) {
            for (int from = 0; from < keys.size(); from += EMBEDDED_AT_ONCE) {
                List<String> some = keys.subList(from, Math.min(keys.size(), from + EMBEDDED_AT_ONCE));
                float[] values = new float[some.size() * Preprocess.TENSOR_VALUES];
                for (int i = 0; i < some.size(); i++) {
                    byte[] crop = Objects.requireNonNull(tested.get(some.get(i)));
                    Preprocess.toTensor(crop, model.preprocessing(), values, i * Preprocess.TENSOR_VALUES);
                }
                float[][] found = embedder.embed(values, some.size());
                IntStream.range(0, found.length).forEach(i -> embeddings.put(some.get(i), found[i]));
            }
        }
        return embeddings;
    }
}
