package dev.facewright.platform.datasets.version;

import dev.facewright.platform.consent.SubjectId;

/// A subject's part in a sealed version.
///
/// @param label  the class a network learns for this subject, counted from 0
public record VersionSubject(SubjectId subject, int label, int trainImages, int validationImages) {}
