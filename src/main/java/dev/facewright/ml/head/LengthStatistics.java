package dev.facewright.ml.head;

/// How a head follows the lengths of the embeddings it sees: mean and standard deviation of each batch, averaged
/// over the steps.
///
/// @param momentum  share of the old average in the new one, in [0, 1)
/// @param least  shorter embeddings count as this long
/// @param most  longer embeddings count as this long
/// @param firstMean  the average before the first step
/// @param firstDeviation  the average before the first step
public record LengthStatistics(double momentum, double least, double most, double firstMean, double firstDeviation) {}
