package dev.facewright.platform.benchmarks;

import dev.facewright.ml.verify.Pair;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The pairs of an ingested benchmark, each image named by its position among the stored crops: no name is left.
///
/// @param images  how many crops are stored
/// @param pairs  in the order of the pairs file; `first` and `second` are positions in decimal
record BenchmarkIndex(int images, List<Pair> pairs) {
    private static final int FORMAT = 1;

    static BenchmarkIndex of(List<Pair> named, Map<String, Integer> positions) {
        List<Pair> pairs = named.stream()
                .map(pair -> new Pair(
                        position(positions, pair.first()),
                        position(positions, pair.second()),
                        pair.genuine(),
                        pair.fold()))
                .toList();
        return new BenchmarkIndex(positions.size(), pairs);
    }

    private static String position(Map<String, Integer> positions, String key) {
        Integer position = positions.get(key);
        if (position == null) {
            throw new IllegalArgumentException("A pair names an image that is not stored");
        }
        return position.toString();
    }

    byte[] toBytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(FORMAT);
            out.writeInt(images);
            out.writeInt(pairs.size());
            for (Pair pair : pairs) {
                out.writeInt(Integer.parseInt(pair.first()));
                out.writeInt(Integer.parseInt(pair.second()));
                out.writeBoolean(pair.genuine());
                out.writeInt(pair.fold());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static BenchmarkIndex fromBytes(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int format = in.readInt();
            if (format != FORMAT) {
                throw new IllegalStateException(
                        "Benchmark index of format " + format + "; this version reads " + FORMAT);
            }
            int images = in.readInt();
            int count = in.readInt();
            List<Pair> pairs = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                pairs.add(new Pair(
                        Integer.toString(in.readInt()),
                        Integer.toString(in.readInt()),
                        in.readBoolean(),
                        in.readInt()));
            }
            return new BenchmarkIndex(images, List.copyOf(pairs));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
