package dev.facewright.platform.consent;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// The subject gave no consent with this id.
public final class ConsentNotFound extends DomainException {
    ConsentNotFound(ConsentId id) {
        super(ProblemKind.NOT_FOUND, "consent-not-found", id);
    }
}
