package dev.facewright.ml.onnx;

import java.util.List;

/// The shape a `Reshape` asks for.
///
/// @param zeroMeansZero  whether a 0 is a size instead of the dimension as it comes
/// @param batchIsOne  whether a 1 may mean the batch
record ReshapeTarget(List<Long> dimensions, boolean zeroMeansZero, boolean batchIsOne) {
    private static final long REST = -1;

    static ReshapeTarget of(GraphBuilder graph, Node node, boolean batchIsOne) {
        node.refuseInputsBeyond(2);
        boolean zeroMeansZero = node.integer("allowzero", 0) != 0;
        return new ReshapeTarget(ShapeArithmetic.integers(graph, node, 1), zeroMeansZero, batchIsOne);
    }

    /// Whether each image comes out in that shape, given that it has as many values.
    boolean is(int... image) {
        if (dimensions.size() != image.length + 1
                || dimensions.stream().filter(dimension -> dimension == REST).count() > 1
                || !isBatch(dimensions.getFirst())) {
            return false;
        }
        for (int i = 0; i < image.length; i++) {
            long dimension = dimensions.get(i + 1);
            if (dimension != image[i] && dimension != REST) {
                return false;
            }
        }
        return true;
    }

    private boolean isBatch(long first) {
        return first == Value.Integers.BATCH
                || (first == 0 && !zeroMeansZero)
                || (first == 1 && batchIsOne)
                || first == REST;
    }

    @Override
    public String toString() {
        return dimensions.stream()
                .map(dimension -> dimension == Value.Integers.BATCH ? "N" : Long.toString(dimension))
                .toList()
                .toString();
    }
}
