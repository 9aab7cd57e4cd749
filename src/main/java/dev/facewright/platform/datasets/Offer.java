package dev.facewright.platform.datasets;

import dev.facewright.ml.image.Landmarks5;
import dev.facewright.platform.consent.SubjectId;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A picture that somebody would have in a dataset.
///
/// @param subject  whose image it is to be
/// @param faces  everyone on it, from left to right; empty if `subject` is alone on it
/// @param content  the whole file
/// @param landmarks  of the subject's face, in pixels of the upright image
@SuppressWarnings("ArrayRecordComponent") // compared nowhere, and too large to copy
public record Offer(
        SubjectId subject,
        List<SubjectId> faces,
        byte[] content,
        @Nullable Landmarks5 landmarks) {
    public Offer {
        faces = List.copyOf(faces);
    }

    /// Of a picture with nobody else on it.
    public static Offer alone(SubjectId subject, byte[] content, @Nullable Landmarks5 landmarks) {
        return new Offer(subject, List.of(), content, landmarks);
    }

    /// Everyone on it, whoever they are.
    public List<SubjectId> people() {
        return faces.isEmpty() ? List.of(subject) : faces;
    }

    /// Whether each is named once, and the subject is one of them.
    public boolean makesSense() {
        return people().contains(subject) && new HashSet<>(people()).size() == people().size();
    }
}
