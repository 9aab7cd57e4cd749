package dev.facewright.platform.datasets;

import dev.facewright.platform.consent.SubjectId;
import org.jspecify.annotations.Nullable;

/// One entry of an upload that was not taken.
///
/// @param entry  its position, as listing the archive counts; names are not kept
/// @param subject  in whose folder it lay, if that is a known subject
/// @param subjectCode  of that subject, unless erased
public record RefusalView(
        int entry, @Nullable SubjectId subject, @Nullable String subjectCode, RefusalReason reason) {}
