package dev.facewright.platform.datasets;

import dev.facewright.platform.consent.SubjectId;

/// What the job of an erasure is told.
record ErasurePayload(SubjectId subject) {}
