package dev.facewright.platform.consent;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// The consent was recorded without evidence, or its evidence was erased.
public final class EvidenceNotFound extends DomainException {
    EvidenceNotFound(ConsentId id) {
        super(ProblemKind.NOT_FOUND, "evidence-not-found", id);
    }
}
