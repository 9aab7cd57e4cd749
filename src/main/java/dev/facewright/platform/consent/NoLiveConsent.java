package dev.facewright.platform.consent;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// The subject has not agreed to this purpose, or agrees no longer.
public final class NoLiveConsent extends DomainException {
    public NoLiveConsent(SubjectId id, Purpose purpose) {
        super(ProblemKind.CONFLICT, "no-live-consent", id, purpose);
    }
}
