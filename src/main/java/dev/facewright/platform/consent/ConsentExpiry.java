package dev.facewright.platform.consent;

import java.time.Clock;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Notices consents whose time ran out, so that what rests on them ends as after a withdrawal.
@Component
class ConsentExpiry {
    private final SubjectRepository subjects;
    private final ConsentLedger ledger;
    private final Clock clock;

    ConsentExpiry(SubjectRepository subjects, ConsentLedger ledger, Clock clock) {
        this.subjects = subjects;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// `facewright.consent.expiry-check` says how often; a consent is not live from the moment it runs
    /// out. Several servers may do it at once: the lock on the subject lets only the first of them
    /// announce an expiry.
    @Scheduled(fixedDelayString = "${facewright.consent.expiry-check:60s}")
    void check() {
        for (UUID subject : subjects.withUnseenExpiry(clock.instant())) {
            ledger.announceExpiries(new SubjectId(subject));
        }
    }
}
