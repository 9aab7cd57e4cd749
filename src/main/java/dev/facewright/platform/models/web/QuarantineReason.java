package dev.facewright.platform.models.web;

import java.util.Locale;

/// Why a person takes a model version out of use. A choice and not a text: it goes into the audit log.
enum QuarantineReason {
    DEFECT,
    LICENCE,
    POLICY;

    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
