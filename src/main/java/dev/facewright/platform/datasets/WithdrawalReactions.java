package dev.facewright.platform.datasets;

import dev.facewright.platform.consent.ConsentEvent;
import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.version.VersionTable;
import dev.facewright.platform.jobs.JobQueue;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Draws the consequences when someone's consent ends. Views need none: they ask for the consent at every
/// read. Doing it twice changes nothing.
@Component
class WithdrawalReactions {
    private final VersionTable versions;
    private final ConsentLedger consents;
    private final JobQueue jobs;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WithdrawalReactions(
            VersionTable versions,
            ConsentLedger consents,
            JobQueue jobs,
            ApplicationEventPublisher events,
            Clock clock) {
        this.versions = versions;
        this.consents = consents;
        this.jobs = jobs;
        this.events = events;
        this.clock = clock;
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
        for (DatasetVersionId version : versions.revoke(subject, noLongerLive, reason, clock.instant())) {
            DatasetId dataset = versions.find(version)
                    .map(DatasetVersion::dataset)
                    .orElseThrow(() -> new DatasetVersionNotFound(version));
            events.publishEvent(new DatasetVersionRevoked(version, dataset, reason));
        }
    }
}
