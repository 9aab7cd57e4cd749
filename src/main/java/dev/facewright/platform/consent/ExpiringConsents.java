package dev.facewright.platform.consent;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Consents that will run out soon, for whoever is to ask the people again in time.
@Service
public class ExpiringConsents {
    private final JdbcClient jdbc;
    private final Clock clock;

    ExpiringConsents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// How many people have a live consent that runs out within that time.
    @Transactional(readOnly = true)
    public long subjects(Duration within) {
        Instant now = clock.instant();
        return jdbc.sql("select count(distinct c.subject_id) from consent c join data_subject s on s.id = c.subject_id"
                        + " where c.withdrawn_at is null and c.expires_at > :now and c.expires_at <= :until"
                        + " and s.erasure_started_at is null")
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(within)))
                .query(Long.class)
                .single();
    }
}
