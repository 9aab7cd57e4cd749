package dev.facewright.ml.synth;

/// A person who does not exist: shape and colours that stay the same from picture to picture.
public record SyntheticIdentity(
        HeadShape head,
        EyeShape eyes,
        BrowShape brows,
        NoseShape nose,
        MouthShape mouth,
        Complexion complexion,
        Hair hair) {
    /// The person of this seed; other seeds give other people.
    public static SyntheticIdentity of(long seed) {
        return RandomIdentity.draw(seed);
    }
}
