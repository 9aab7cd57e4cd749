package dev.facewright.platform.consent;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Consents that will run out soon, for whoever is to ask the people again in time.
@Service
public class ExpiringConsents {
    private final SubjectRepository subjects;
    private final Clock clock;

    ExpiringConsents(SubjectRepository subjects, Clock clock) {
        this.subjects = subjects;
        this.clock = clock;
    }

    /// How many people will agree to less, or nothing, when that time is over.
    @Transactional(readOnly = true)
    public long subjects(Duration within) {
        Instant now = clock.instant();
        return subjects.endingBy(now, now.plus(within));
    }
}
