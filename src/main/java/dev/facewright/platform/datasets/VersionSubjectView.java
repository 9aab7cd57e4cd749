package dev.facewright.platform.datasets;

import dev.facewright.platform.consent.SubjectId;
import org.jspecify.annotations.Nullable;

/// A subject's part in a sealed version, to be shown.
///
/// @param code  null once the subject was erased
public record VersionSubjectView(
        SubjectId subject, @Nullable String code, int label, int trainImages, int validationImages) {}
