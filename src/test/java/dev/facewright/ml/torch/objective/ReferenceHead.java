package dev.facewright.ml.torch.objective;

import dev.facewright.ml.graph.Weights;
import dev.facewright.ml.head.Expression;
import dev.facewright.ml.head.Head;
import dev.facewright.ml.head.Head.LengthStatistics;
import java.util.Arrays;
import java.util.stream.LongStream;

/// A head's cross entropy written out as loops over doubles, straight from its definition.
///
/// @param state  the head's tensors, with the statistics of lengths as they are after the step
public record ReferenceHead(Head head, Weights state) {
    /// Mean over the batch, over all classes.
    public double loss(double[][] embeddings, long[] labels) {
        return loss(
                embeddings,
                lengths(embeddings),
                labels,
                LongStream.range(0, head.identities()).toArray());
    }

    /// @param lengths  of the embeddings; they stay the same where the embeddings move, since no gradient goes
    ///     through
    /// @param classes  of the step
    double loss(double[][] embeddings, double[] lengths, long[] labels, long[] classes) {
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            double[] logits = new double[classes.length];
            for (int c = 0; c < classes.length; c++) {
                Expression logit = classes[c] == labels[i] ? head.targetLogit() : head.otherLogit();
                logits[c] = logit.at(inputs(nearness(embeddings[i], (int) classes[c]), lengths[i]));
            }
            sum += crossEntropy(logits, Arrays.binarySearch(classes, labels[i]));
        }
        return sum / labels.length;
    }

    double[] lengths(double[][] embeddings) {
        return Arrays.stream(embeddings)
                .mapToDouble(embedding -> Math.sqrt(dot(embedding, embedding)))
                .toArray();
    }

    private double crossEntropy(double[] logits, int target) {
        double total = Math.log(Arrays.stream(logits).map(Math::exp).sum());
        double mean =
                Arrays.stream(logits).map(logit -> total - logit).average().orElseThrow();
        return (1 - head.labelSmoothing()) * (total - logits[target]) + head.labelSmoothing() * mean;
    }

    private Expression.Inputs inputs(double nearness, double length) {
        if (head.lengths().isEmpty()) {
            return new Expression.Inputs(nearness, Double.NaN, Double.NaN, Double.NaN);
        }
        LengthStatistics statistics = head.lengths().get();
        return new Expression.Inputs(
                nearness,
                Math.clamp(length, statistics.least(), statistics.most()),
                state.get(HeadTensors.MEAN_LENGTH).floats()[0],
                state.get(HeadTensors.LENGTH_DEVIATION).floats()[0]);
    }

    private double nearness(double[] embedding, int identity) {
        double best = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < head.subCentres(); k++) {
            double[] centre = centre(identity * head.subCentres() + k, embedding.length);
            double nearness = switch (head.similarity()) {
                case COSINE -> dot(embedding, centre) / Math.sqrt(dot(embedding, embedding) * dot(centre, centre));
                case LINEAR ->
                    dot(embedding, centre) + state.get(HeadTensors.BIAS).floats()[identity];
            };
            best = Math.max(best, nearness);
        }
        return best;
    }

    private double[] centre(int row, int dimensions) {
        float[] values = state.get(HeadTensors.CENTRES).floats();
        double[] centre = new double[dimensions];
        for (int i = 0; i < dimensions; i++) {
            centre[i] = values[row * dimensions + i];
        }
        return centre;
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }
}
