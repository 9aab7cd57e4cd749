package dev.facewright.platform.evaluation;

import dev.facewright.ml.verify.Pair;
import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectOwner;
import dev.facewright.platform.storage.ObjectStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.springframework.stereotype.Component;

/// Keeps the score of every pair of an evaluation. Pairs are known by their number in the pairs file, nobody by
/// name.
@Component
class ScoreFiles {
    private static final String HEADER = "pair,fold,genuine,score\n";

    private final ObjectStore store;

    ScoreFiles(ObjectStore store) {
        this.store = store;
    }

    void put(EvaluationId id, List<Pair> pairs, double[] scores) {
        store.put(key(id), csv(pairs, scores), "application/gzip");
    }

    InputStream open(EvaluationId id) {
        return store.open(key(id));
    }

    /// Also if there are none.
    void delete(EvaluationId id) {
        store.delete(key(id));
    }

    static byte[] csv(List<Pair> pairs, double[] scores) {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 0; i < scores.length; i++) {
            Pair pair = pairs.get(i);
            csv.append(i + 1)
                    .append(',')
                    .append(pair.fold())
                    .append(',')
                    .append(pair.genuine() ? 1 : 0)
                    .append(',')
                    .append(scores[i])
                    .append('\n');
        }
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(csv.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static ObjectKey key(EvaluationId id) {
        return ObjectKey.of(ObjectOwner.evaluation(id.value()), "scores.csv.gz");
    }
}
