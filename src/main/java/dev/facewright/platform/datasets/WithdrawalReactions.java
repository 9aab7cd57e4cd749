package dev.facewright.platform.datasets;

import dev.facewright.platform.consent.ConsentEvent;
import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.version.Versions;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Revokes the versions with someone whose consent ends. Views need nothing of the kind: they ask for the consent at
/// every read. Doing it twice changes nothing.
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
        revoke(withdrawn.subject(), withdrawn.noLongerLive(), "consent-withdrawn");
    }

    @ApplicationModuleListener(id = "datasets.consent-expired")
    void on(ConsentEvent.Expired expired) {
        revoke(expired.subject(), expired.noLongerLive(), "consent-expired");
    }

    private void revoke(SubjectId subject, Set<Purpose> noLongerLive, String reason) {
        for (DatasetVersion version : versions.revoke(subject, noLongerLive, reason)) {
            events.publishEvent(new DatasetEvent.VersionRevoked(version.id(), version.dataset(), reason));
        }
    }
}
