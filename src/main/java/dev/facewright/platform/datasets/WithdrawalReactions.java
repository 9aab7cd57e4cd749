package dev.facewright.platform.datasets;

import dev.facewright.platform.consent.ConsentEvent;
import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.version.Versions;
import dev.facewright.platform.jobs.JobQueue;
import java.util.Arrays;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Draws the consequences when someone's consent ends. Views need none: they ask for the consent at every
/// read. Doing it twice changes nothing.
@Component
class WithdrawalReactions {
    private final Versions versions;
    private final ConsentLedger consents;
    private final JobQueue jobs;
    private final ApplicationEventPublisher events;

    WithdrawalReactions(Versions versions, ConsentLedger consents, JobQueue jobs, ApplicationEventPublisher events) {
        this.versions = versions;
        this.consents = consents;
        this.jobs = jobs;
        this.events = events;
    }

    @ApplicationModuleListener(id = "datasets.consent-withdrawn")
    void on(ConsentEvent.Withdrawn withdrawn) {
        react(withdrawn.subject(), withdrawn.noLongerLive(), "consent-withdrawn");
    }

    @ApplicationModuleListener(id = "datasets.consent-expired")
    void on(ConsentEvent.Expired expired) {
        react(expired.subject(), expired.noLongerLive(), "consent-expired");
    }

    private void react(SubjectId subject, Set<Purpose> noLongerLive, String reason) {
        revoke(subject, noLongerLive, reason);
        boolean agreesToNothing = Arrays.stream(Purpose.values()).noneMatch(purpose -> consents.live(subject, purpose));
        if (agreesToNothing) {
            jobs.submit(ErasureJob.TYPE, new ErasurePayload(subject));
        }
    }

    private void revoke(SubjectId subject, Set<Purpose> noLongerLive, String reason) {
        for (DatasetVersion version : versions.revoke(subject, noLongerLive, reason)) {
            events.publishEvent(new DatasetEvent.VersionRevoked(version.id(), version.dataset(), reason));
        }
    }
}
