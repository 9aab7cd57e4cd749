package dev.facewright.platform.datasets;

import dev.facewright.platform.consent.SubjectId;

/// How many images of one subject a dataset has.
public record SubjectCoverage(SubjectId subject, String code, int images) {}
