package dev.facewright.platform.datasets;

import dev.facewright.platform.consent.ConsentEvent;
import dev.facewright.platform.consent.ConsentId;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.version.Versions;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Revokes the versions that rest on a consent which ended. They may not be used from that moment on, whether or not
/// anybody hears of it: this only tidies up. Doing it twice changes nothing.
@Component
class WithdrawalReactions {
    private final Versions versions;
    private final ApplicationEventPublisher events;

    WithdrawalReactions(Versions versions, ApplicationEventPublisher events) {
        this.versions = versions;
        this.events = events;
    }

    @ApplicationModuleListener(id = "datasets.consent-withdrawn")
    void on(ConsentEvent.Withdrawn withdrawn) {
        revoke(withdrawn.subject(), withdrawn.consent(), "consent-withdrawn");
    }

    @ApplicationModuleListener(id = "datasets.consent-expired")
    void on(ConsentEvent.Expired expired) {
        revoke(expired.subject(), expired.consent(), "consent-expired");
    }

    private void revoke(SubjectId subject, ConsentId consent, String reason) {
        for (DatasetVersion version : versions.revoke(subject, consent, reason)) {
            events.publishEvent(new DatasetEvent.VersionRevoked(version.id(), version.dataset(), reason));
        }
    }
}
