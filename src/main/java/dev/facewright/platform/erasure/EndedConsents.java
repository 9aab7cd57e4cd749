package dev.facewright.platform.erasure;

import dev.facewright.platform.consent.ConsentEvent;
import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.erasure.EraseSubjectHandler.EraseSubject;
import dev.facewright.platform.jobs.JobQueue;
import java.util.Arrays;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Has whoever agrees to nothing any more erased. Asking for it twice is fine: the second job finds it done.
@Component
class EndedConsents {
    private final ConsentLedger consents;
    private final ErasureRepository erasures;
    private final JobQueue jobs;

    EndedConsents(ConsentLedger consents, ErasureRepository erasures, JobQueue jobs) {
        this.erasures = erasures;
        this.consents = consents;
        this.jobs = jobs;
    }

    @ApplicationModuleListener(id = "erasure.consent-withdrawn")
    void on(ConsentEvent.Withdrawn withdrawn) {
        eraseUnlessLive(withdrawn.subject());
    }

    @ApplicationModuleListener(id = "erasure.consent-expired")
    void on(ConsentEvent.Expired expired) {
        eraseUnlessLive(expired.subject());
    }

    /// What waited for the hold goes on.
    @ApplicationModuleListener(id = "erasure.hold-lifted")
    void on(HoldEvent.Lifted lifted) {
        erasures.findByState(ErasureState.WAITING)
                .forEach(row -> jobs.submit(EraseSubjectHandler.TYPE, new EraseSubject(row.subject())));
    }

    private void eraseUnlessLive(SubjectId subject) {
        if (Arrays.stream(Purpose.values()).noneMatch(purpose -> consents.live(subject, purpose))) {
            jobs.submit(EraseSubjectHandler.TYPE, new EraseSubject(subject));
        }
    }
}
