package dev.facewright.ml.graph;

import java.util.Arrays;

/// The operations on sequences of one image, as loops over doubles straight from their definitions.
public final class SequenceReference {
    private static final int INTEGRATION_STEPS = 400;

    private SequenceReference() {}

    /// @param map  `[channels, height * width]`
    public static double[] tokens(double[] map, int channels) {
        int places = map.length / channels;
        double[] tokens = new double[map.length];
        for (int i = 0; i < map.length; i++) {
            tokens[i % places * channels + i / places] = map[i];
        }
        return tokens;
    }

    public static double[] position(double[] tokens, float[] weight) {
        double[] sum = tokens.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight[i];
        }
        return sum;
    }

    public static double[] layerNorm(double[] tokens, float[] gamma, float[] beta, double epsilon) {
        double[] normal = new double[tokens.length];
        for (int from = 0; from < tokens.length; from += gamma.length) {
            double[] token = Arrays.copyOfRange(tokens, from, from + gamma.length);
            double mean = Arrays.stream(token).average().orElseThrow();
            double variance = Arrays.stream(token)
                    .map(value -> (value - mean) * (value - mean))
                    .average()
                    .orElseThrow();
            for (int c = 0; c < token.length; c++) {
                normal[from + c] = gamma[c] * (token[c] - mean) / Math.sqrt(variance + epsilon) + beta[c];
            }
        }
        return normal;
    }

    public static double[] linear(double[] tokens, Tensor weight, float[] bias) {
        int rows = weight.shape()[0];
        int columns = weight.shape()[1];
        double[] out = new double[tokens.length / columns * rows];
        for (int i = 0; i < out.length; i++) {
            double sum = bias.length == 0 ? 0 : bias[i % rows];
            for (int c = 0; c < columns; c++) {
                sum += weight.floats()[i % rows * columns + c] * tokens[i / rows * columns + c];
            }
            out[i] = sum;
        }
        return out;
    }

    /// @param projected  `[tokens, 3 * channels]`
    public static double[] attention(double[] projected, int tokens, int heads) {
        int width = projected.length / tokens;
        int channels = width / 3;
        int each = channels / heads;
        double[] out = new double[tokens * channels];
        for (int head = 0; head < heads; head++) {
            for (int query = 0; query < tokens; query++) {
                double[] shares = new double[tokens];
                for (int key = 0; key < tokens; key++) {
                    double score = 0;
                    for (int c = head * each; c < (head + 1) * each; c++) {
                        score += projected[query * width + c] * projected[key * width + channels + c];
                    }
                    shares[key] = Math.exp(score / Math.sqrt(each));
                }
                double all = Arrays.stream(shares).sum();
                for (int key = 0; key < tokens; key++) {
                    for (int c = head * each; c < (head + 1) * each; c++) {
                        out[query * channels + c] += shares[key] / all * projected[key * width + 2 * channels + c];
                    }
                }
            }
        }
        return out;
    }

    /// The normal distribution's density integrated by Simpson's rule.
    public static double gelu(double x) {
        double step = x / INTEGRATION_STEPS;
        double sum = 0;
        for (int i = 0; i <= INTEGRATION_STEPS; i++) {
            int weight = i == 0 || i == INTEGRATION_STEPS ? 1 : i % 2 == 0 ? 2 : 4;
            sum += weight * Math.exp(-Math.pow(i * step, 2) / 2);
        }
        return x * (0.5 + sum * step / 3 / Math.sqrt(2 * Math.PI));
    }

    public static double[] channelScale(double[] map, double[] factors) {
        int places = map.length / factors.length;
        double[] out = map.clone();
        for (int i = 0; i < out.length; i++) {
            out[i] *= factors[i / places];
        }
        return out;
    }
}
