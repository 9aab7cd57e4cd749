package dev.facewright.platform.consent;

import dev.facewright.platform.consent.NewConsent.Evidence;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// People for tests: `people.whoAgrees(to(TRAINING))`.
public final class People {
    /// A whole PDF as far as its first bytes tell.
    public static final byte[] SIGNED_FORM = "%PDF-1.7 signed by p".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    private final ConsentLedger ledger;
    private final Subjects subjects;
    private final Clock clock;

    public People(ConsentLedger ledger, Subjects subjects, Clock clock) {
        this.ledger = ledger;
        this.subjects = subjects;
        this.clock = clock;
    }

    public static String anyCode() {
        return "p-" + UUID.randomUUID();
    }

    public static Set<Purpose> to(Purpose first, Purpose... more) {
        return EnumSet.of(first, more);
    }

    /// All their consents end as if the server had been killed at that commit: nobody is told.
    public static void withdrawsUnheard(JdbcClient jdbc, SubjectId subject) {
        jdbc.sql("insert into consent_end (consent_id, kind, ended_at, reason)"
                        + " select id, 'WITHDRAWN', now(), 'subject-request' from consent where subject_id = ?"
                        + " on conflict do nothing")
                .param(subject.value())
                .update();
    }

    public SubjectId whoAgrees(Set<Purpose> purposes) {
        return ledger.register(new NewSubject(anyCode(), consent(purposes, null)));
    }

    public SubjectId whoAgreesFor(Duration time, Set<Purpose> purposes) {
        return ledger.register(new NewSubject(anyCode(), consent(purposes, time)));
    }

    public NewConsent consent(Set<Purpose> purposes, @Nullable Duration time) {
        var now = clock.instant();
        return new NewConsent(
                purposes,
                "2026-01",
                "en",
                ConsentMethod.WRITTEN_FORM,
                now.minusSeconds(60),
                time == null ? null : now.plus(time),
                new Evidence(SIGNED_FORM));
    }

    /// As of an import: there is nothing that proves it.
    public SubjectId whoAgreesWithoutEvidence(Set<Purpose> purposes) {
        NewConsent with = consent(purposes, null);
        return ledger.register(new NewSubject(
                anyCode(),
                new NewConsent(
                        purposes,
                        with.noticeVersion(),
                        with.noticeLanguage(),
                        with.method(),
                        with.givenAt(),
                        null,
                        null)));
    }

    /// Hands in what proves their first consent.
    public void proves(SubjectId subject) {
        ledger.prove(subject, consentOf(subject), new Evidence(SIGNED_FORM));
    }

    public String codeOf(SubjectId subject) {
        return String.valueOf(subjects.get(subject).code());
    }

    public ConsentId consentOf(SubjectId subject) {
        return subjects.get(subject).consents().getFirst().id();
    }

    public ConsentId alsoAgrees(SubjectId subject, Set<Purpose> purposes) {
        return ledger.grant(subject, consent(purposes, null));
    }

    public void withdraws(SubjectId subject) {
        withdraws(subject, consentOf(subject));
    }

    public void withdraws(SubjectId subject, ConsentId consent) {
        ledger.withdraw(subject, consent, WithdrawalReason.SUBJECT_REQUEST.code());
    }
}
