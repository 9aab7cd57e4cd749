package dev.facewright.platform.consent;

import static dev.facewright.platform.consent.People.to;
import static dev.facewright.platform.consent.Purpose.CALIBRATION;
import static dev.facewright.platform.consent.Purpose.EVALUATION;
import static dev.facewright.platform.consent.Purpose.TRAINING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.platform.DatabaseOwner;
import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestClock;
import dev.facewright.platform.consent.ConsentProblem.ConsentAlreadyWithdrawn;
import dev.facewright.platform.consent.ConsentProblem.ConsentInvalid;
import dev.facewright.platform.consent.ConsentProblem.NoLiveConsent;
import dev.facewright.platform.consent.ConsentProblem.SubjectCodeTaken;
import dev.facewright.platform.consent.ConsentView.ConsentState;
import dev.facewright.platform.consent.NewConsent.Evidence;
import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@FacewrightTest
@SuppressWarnings("NullAway") // hands in nothing on purpose
class ConsentLedgerTest {
    private final ConsentLedger ledger;
    private final Subjects subjects;
    private final ConsentExpiry expiry;
    private final ExpiringConsents expiring;
    private final TestClock clock;
    private final People people;
    private final JdbcClient jdbc;
    private final JdbcClient owner;
    private final ObjectStore store;

    ConsentLedgerTest(
            ConsentLedger ledger,
            Subjects subjects,
            ConsentExpiry expiry,
            ExpiringConsents expiring,
            TestClock clock,
            JdbcClient jdbc,
            DataSource server,
            ObjectStore store) {
        this.ledger = ledger;
        this.subjects = subjects;
        this.expiry = expiry;
        this.expiring = expiring;
        this.clock = clock;
        this.people = new People(ledger, subjects, clock);
        this.jdbc = jdbc;
        this.owner = DatabaseOwner.of(server).jdbc();
        this.store = store;
    }

    @Test
    void aConsentIsLiveForItsPurposesAndNoOther() {
        SubjectId alice = people.whoAgrees(to(TRAINING, EVALUATION));
        assertThat(ledger.live(alice, TRAINING)).isTrue();
        assertThat(ledger.live(alice, EVALUATION)).isTrue();
        assertThat(ledger.live(alice, CALIBRATION)).isFalse();
        assertThatThrownBy(() -> ledger.requireLive(alice, CALIBRATION)).isInstanceOf(NoLiveConsent.class);
    }

    @Test
    void withdrawingEndsTheConsentAtOnce() {
        SubjectId alice = people.whoAgrees(to(TRAINING));
        SubjectId bob = people.whoAgrees(to(TRAINING));
        people.withdraws(alice);
        assertThat(ledger.live(List.of(alice, bob), TRAINING)).containsExactly(bob);
    }

    @Test
    void anotherConsentKeepsItsPurposesLive() {
        SubjectId alice = people.whoAgrees(to(TRAINING, EVALUATION));
        ledger.grant(alice, people.consent(to(TRAINING), null));
        people.withdraws(alice);
        assertThat(ledger.live(alice, TRAINING)).isTrue();
        assertThat(ledger.live(alice, EVALUATION)).isFalse();
    }

    @Test
    void aConsentIsWithdrawnOnce() {
        SubjectId alice = people.whoAgrees(to(TRAINING));
        ledger.grant(alice, people.consent(to(EVALUATION), null));
        people.withdraws(alice);
        assertThatThrownBy(() -> people.withdraws(alice)).isInstanceOf(ConsentAlreadyWithdrawn.class);
    }

    @Test
    void aConsentThatRanOutIsNotLiveAndIsAnnouncedOnce() {
        SubjectId alice = people.whoAgreesFor(Duration.ofMinutes(5), to(TRAINING));
        ledger.grant(alice, people.consent(to(EVALUATION), null));
        clock.advance(Duration.ofMinutes(6));
        assertThat(ledger.live(alice, TRAINING)).isFalse();
        expiry.check();
        expiry.check();
        assertThat(ends(alice)).containsExactly("EXPIRED");
    }

    @Test
    void theLedgerIsOnlyAddedTo() {
        SubjectId alice = people.whoAgrees(to(TRAINING));
        ledger.grant(alice, people.consent(to(EVALUATION), null));
        people.withdraws(alice);
        for (String change : new String[] {
            "update consent set expires_at = null",
            "delete from consent",
            "truncate consent cascade",
            "update consent_purpose set purpose = 'TRAINING'",
            "delete from consent_purpose",
            "update consent_end set ended_at = 'infinity'",
            "delete from consent_end",
            "truncate consent_end"
        }) {
            assertThatThrownBy(() -> owner.sql(change).update())
                    .as(change)
                    .hasMessageContaining("The ledger of consents is only added to");
        }
    }

    @Test
    void whatRanOutMayStillBeWithdrawn() {
        SubjectId alice = people.whoAgreesFor(Duration.ofMinutes(5), to(TRAINING));
        ledger.grant(alice, people.consent(to(EVALUATION), null));
        clock.advance(Duration.ofMinutes(6));
        expiry.check();
        people.withdraws(alice);
        assertThat(subjects.consent(alice, people.consentOf(alice)).state()).isEqualTo(ConsentState.WITHDRAWN);
        expiry.check();
        assertThat(ends(alice)).containsExactlyInAnyOrder("EXPIRED", "WITHDRAWN");
    }

    private List<String> ends(SubjectId subject) {
        return jdbc.sql("select kind from consent_end where consent_id in"
                        + " (select id from consent where subject_id = ?)")
                .param(subject.value())
                .query(String.class)
                .list();
    }

    @Test
    void theLongestOfSeveralConsentsCounts() {
        SubjectId alice = people.whoAgreesFor(Duration.ofMinutes(5), to(TRAINING));
        long before = expiring.subjects(Duration.ofMinutes(5));
        people.alsoAgrees(alice, to(TRAINING));
        assertThat(expiring.subjects(Duration.ofMinutes(5))).isEqualTo(before - 1);
        clock.advance(Duration.ofMinutes(6));
        assertThat(ledger.live(alice, TRAINING)).isTrue();
    }

    @Test
    void nothingIsLiveOnceErasureHasBegun() {
        SubjectId alice = people.whoAgrees(to(TRAINING));
        jdbc.sql("update data_subject set erasure_started_at = registered_at where id = ?")
                .param(alice.value())
                .update();
        assertThat(ledger.live(alice, TRAINING)).isFalse();
        assertThat(subjects.get(alice).livePurposes()).isEmpty();
    }

    @Test
    void aCodeIsTakenOnce() {
        SubjectId alice = people.whoAgrees(to(TRAINING));
        NewSubject same = new NewSubject(people.codeOf(alice), people.consent(to(TRAINING), null));
        assertThatThrownBy(() -> ledger.register(same)).isInstanceOf(SubjectCodeTaken.class);
    }

    @Test
    void whatCannotBeAConsentIsRefused() {
        Instant now = clock.instant();
        refuses("code", "Ada Lovelace", consent(Set.of(TRAINING), "1", "en", now, null, null));
        refuses("purposes", People.anyCode(), consent(Set.of(), "1", "en", now, null, null));
        refuses("noticeVersion", People.anyCode(), consent(Set.of(TRAINING), "first one", "en", now, null, null));
        refuses("noticeLanguage", People.anyCode(), consent(Set.of(TRAINING), "1", "English!", now, null, null));
        refuses("givenAt", People.anyCode(), consent(Set.of(TRAINING), "1", "en", now.plusSeconds(9), null, null));
        refuses("expiresAt", People.anyCode(), consent(Set.of(TRAINING), "1", "en", now, now.minusSeconds(9), null));
        refuses("evidence", People.anyCode(), consent(Set.of(TRAINING), "1", "en", now, null, "MZ program"));
        refuses("evidence", People.anyCode(), consent(Set.of(TRAINING), "1", "en", now, null, ""));
    }

    @Test
    void evidenceComesBackAndIsEncryptedAtRest() {
        SubjectId alice = people.whoAgrees(to(TRAINING));
        ConsentId consent = people.consentOf(alice);
        assertThat(subjects.evidence(alice, consent).content()).isEqualTo(People.SIGNED_FORM);
        String key = jdbc.sql("select object_key from consent_evidence where consent_id = ?")
                .param(consent.value())
                .query(String.class)
                .single();
        byte[] stored = store.get(new ObjectKey(key));
        assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                .doesNotContain("PDF")
                .doesNotContain("signed");
    }

    private void refuses(String field, String code, NewConsent consent) {
        assertThatThrownBy(() -> ledger.register(new NewSubject(code, consent)))
                .isInstanceOfSatisfying(
                        ConsentInvalid.class,
                        invalid -> assertThat(invalid.field()).isEqualTo(field));
        assertThat(ledger.byCode(code)).isEmpty();
    }

    private static NewConsent consent(
            Set<Purpose> purposes, String notice, String language, Instant given, Instant expires, String evidence) {
        return new NewConsent(
                purposes,
                notice,
                language,
                ConsentMethod.ELECTRONIC_FORM,
                given,
                expires,
                evidence == null ? null : new Evidence(evidence.getBytes(StandardCharsets.UTF_8)));
    }
}
