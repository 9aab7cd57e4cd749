package dev.facewright.ml.bundle;

/// Inputs with the embeddings the trainer gave for them.
///
/// @param input  `float32 [count, channels, side, side]`, preprocessed
/// @param count  how many images, at least 1
/// @param reference  `float32 [count, dimensions]`, from the trainer's own engine in evaluation mode
public record GoldenCheck(float[] input, int count, float[][] reference) {
    public GoldenCheck {
        if (count < 1 || reference.length != count) {
            throw new IllegalArgumentException(
                    "A golden check needs an embedding for each image: " + count + " and " + reference.length);
        }
    }
}
