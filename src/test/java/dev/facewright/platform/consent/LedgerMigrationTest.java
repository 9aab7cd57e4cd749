package dev.facewright.platform.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.OldDatabase;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What becomes of consents that were recorded while their rows still changed.
@FacewrightTest
@SuppressWarnings("NullAway") // columns that hold nothing
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerMigrationTest {
    private static final String BEFORE = "280";

    private final DataSource dataSource;
    private final UUID alice = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();
    private final UUID carol = UUID.randomUUID();
    private final UUID dave = UUID.randomUUID();
    private OldDatabase old;
    private JdbcClient jdbc;

    LedgerMigrationTest(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @BeforeAll
    void upgradeAnOldDatabase() {
        old = OldDatabase.at(BEFORE, dataSource);
        jdbc = old.jdbc();
        person(alice, "null", "timestamptz '2026-02-01'", "'subject-request'", "null");
        person(bob, "timestamptz '2026-03-01'", "null", "null", "timestamptz '2026-03-02'");
        person(carol, "null", "null", "null", "null");
        person(dave, "null", "null", "null", "null");
        old.upgrade();
    }

    @AfterAll
    void dropIt() {
        old.close();
    }

    private void person(UUID id, String expires, String withdrawn, String reason, String seen) {
        jdbc.sql("insert into data_key (id, purpose, wrapped_key, created_at) values (?, 'subject', '\\x00', now())")
                .param(id)
                .update();
        jdbc.sql("insert into data_subject (id, version, code, data_key, registered_at) values (?, 0, ?, ?, now())")
                .params(id, "p-" + id, id)
                .update();
        jdbc.sql("insert into consent values (?, ?, '1', 'en', 'WRITTEN_FORM', timestamptz '2026-01-01', " + expires
                        + ", now(), " + withdrawn + ", " + reason + ", " + seen
                        + ", 'subjects/x/evidence', 'application/pdf', 9, 'hash')")
                .params(id, id)
                .update();
        jdbc.sql("insert into consent_purpose values (?, 'TRAINING')").param(id).update();
    }

    @Test
    void endsAreRowsOfTheirOwn() {
        assertThat(jdbc.sql(
                                "select consent_id, kind, ended_at = timestamptz '2026-02-01', reason from consent_end"
                                        + " where kind = 'WITHDRAWN' union all select consent_id, kind,"
                                        + " ended_at = timestamptz '2026-03-01', reason from consent_end where kind = 'EXPIRED'")
                        .query((row, _) -> tuple(
                                row.getObject(1, UUID.class), row.getString(2), row.getBoolean(3), row.getString(4)))
                        .list())
                .filteredOn(end -> !end.toList().contains(dave))
                .containsExactlyInAnyOrder(
                        tuple(alice, "WITHDRAWN", true, "subject-request"), tuple(bob, "EXPIRED", true, "expired"));
    }

    @Test
    void evidenceIsKeptBesideTheConsent() {
        assertThat(jdbc.sql("select consent_id from consent_evidence where object_key = 'subjects/x/evidence'"
                                + " and media_type = 'application/pdf' and bytes = 9 and hash = 'hash'")
                        .query(UUID.class)
                        .list())
                .containsExactlyInAnyOrder(alice, bob, carol, dave);
    }

    @Test
    void whoConsentedStillDoes() {
        assertThat(live()).contains(carol).doesNotContain(alice, bob);
    }

    @Test
    void anEndIsSeenAfterwards() {
        assertThat(live()).contains(dave);
        jdbc.sql("insert into consent_end values (?, 'WITHDRAWN', now(), 'subject-request')")
                .param(dave)
                .update();
        assertThat(live()).doesNotContain(dave);
    }

    private List<UUID> live() {
        return jdbc.sql("select subject_id from live_consent(timestamptz '2026-06-01')")
                .query(UUID.class)
                .list();
    }
}
