package dev.facewright.platform.consent;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// The consent was recorded without evidence, or its evidence was erased.
public final class EvidenceMissing extends DomainException {
    EvidenceMissing(ConsentId id) {
        super(ProblemKind.NOT_FOUND, "evidence-missing", id);
    }
}
