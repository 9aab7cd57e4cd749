package dev.facewright.platform.erasure;

import dev.facewright.platform.consent.SubjectId;

/// What the job of an erasure is told.
record EraseSubject(SubjectId subject) {}
