package dev.facewright.platform.consent;

import static dev.facewright.platform.consent.People.anyCode;
import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestClient;
import dev.facewright.platform.TestFile;
import dev.facewright.platform.TestResponse;
import dev.facewright.platform.TestSession;
import dev.facewright.platform.accounts.Role;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@FacewrightTest
class SubjectApiTest {
    private static final String SUBJECTS = "/api/v1/subjects";
    private static final String HEADING = "code,purposes,notice_version,notice_language,method,given_at,expires_at\n";

    private final TestClient owner;
    private final ConsentLedger ledger;

    SubjectApiTest(TestSession session, ConsentLedger ledger) {
        this.owner = session.as(Role.DATA_OWNER);
        this.ledger = ledger;
    }

    @Test
    void aSubjectIsRegisteredWithAConsentAndWithdraws() {
        String code = anyCode();
        var created =
                owner.post(SUBJECTS, Map.of("code", code, "consent", consent())).expect(201);
        var subject = owner.get(created.location()).expect(200).json();
        assertThat(subject.path("code").asString()).isEqualTo(code);
        assertThat(subject.path("status").asString()).isEqualTo("LIVE");
        String consent = created.location() + "/consents/"
                + subject.path("consents").path(0).path("id").asString();
        assertThat(owner.get(consent + "/evidence").expect(200).body()).isEqualTo(People.SIGNED_FORM);
        assertThat(owner.get(consent + "/evidence").header("Cache-Control")).contains("no-store");

        var reason = Map.of("reason", "subject-request");
        assertThat(owner.post(consent + "/withdrawal", reason)
                        .expect(200)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("WITHDRAWN");
        assertThat(owner.post(consent + "/withdrawal", reason).expect(409).problem())
                .isEqualTo("consent-already-withdrawn");
    }

    @Test
    void thereIsNoSubjectWithoutAConsent() {
        String code = anyCode();
        owner.post(SUBJECTS, Map.of("code", code)).expect(422);
        assertThat(ledger.byCode(code)).isEmpty();
    }

    @Test
    void aNameIsNoCode() {
        var refused = owner.post(SUBJECTS, Map.of("code", "Grace Hopper", "consent", consent()))
                .expect(400);
        assertThat(refused.problem()).isEqualTo("consent-invalid");
        assertThat(refused.text()).contains("pseudonym").doesNotContain("Hopper");
    }

    @Test
    void subjectsAreFoundByPartOfTheirCode() {
        String code = anyCode();
        owner.post(SUBJECTS, Map.of("code", code, "consent", consent())).expect(201);
        var found = owner.get(
                        SUBJECTS + "?status=LIVE&code=" + code.substring(4).toUpperCase(java.util.Locale.ROOT))
                .json();
        assertThat(found.path("total").asInt()).isEqualTo(1);
        assertThat(owner.get(SUBJECTS + "?status=ENDED&code=" + code)
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void aTableRegistersMany() {
        String first = anyCode();
        String second = anyCode();
        var imported = upload(HEADING
                + first + ",TRAINING EVALUATION,2026-01,en,WRITTEN_FORM,2026-01-15,\n"
                + second + ",training,2026-01,zh-CN,ELECTRONIC_FORM,2026-01-16T09:30:00Z,2999-01-01\n");
        assertThat(imported.expect(201).json().path("registered").asInt()).isEqualTo(2);
        assertThat(ledger.live(ledger.byCode(first).orElseThrow(), Purpose.EVALUATION))
                .isTrue();
        assertThat(ledger.live(ledger.byCode(second).orElseThrow(), Purpose.EVALUATION))
                .isFalse();
    }

    @Test
    void oneWrongLineLeavesNothingBehindAndEveryWrongLineIsNamed() {
        String good = anyCode();
        String taken = anyCode();
        owner.post(SUBJECTS, Map.of("code", taken, "consent", consent())).expect(201);
        var refused = upload(HEADING
                + good + ",TRAINING,2026-01,en,WRITTEN_FORM,2026-01-15,\n"
                + "a name,TRAINING,2026-01,en,WRITTEN_FORM,2026-01-15,\n"
                + anyCode() + ",LOOKING,2026-01,en,TELEPATHY,yesterday,\n"
                + anyCode() + ",TRAINING,2026-01\n"
                + good + ",TRAINING,2026-01,en,WRITTEN_FORM,2026-01-15,\n");
        assertThat(fields(refused.expect(422)))
                .containsExactly(
                        "lines[3].code",
                        "lines[4].purposes",
                        "lines[4].method",
                        "lines[4].given_at",
                        "lines[5].line",
                        "lines[6].code");
        assertThat(ledger.byCode(good)).isEmpty();

        var alsoTaken = upload(HEADING
                + good + ",TRAINING,2026-01,en,WRITTEN_FORM,2026-01-15,\n"
                + taken + ",TRAINING,2026-01,en,WRITTEN_FORM,2026-01-15,\n");
        assertThat(fields(alsoTaken.expect(422))).containsExactly("lines[3].code");
        assertThat(ledger.byCode(good)).isEmpty();
    }

    @Test
    void whatIsNoTableIsRefused() {
        assertThat(fields(upload("code,purposes\n").expect(422))).containsExactly("lines[1].line");
        assertThat(fields(upload("").expect(422))).containsExactly("lines[1].line");
        assertThat(fields(upload(HEADING).expect(422))).containsExactly("lines[1].line");
        assertThat(fields(upload(HEADING + "\"open,TRAINING\n").expect(422))).containsExactly("lines[1].line");
    }

    @Test
    void aDateInTheWrongUnitOrInTheFutureIsRefusedByName() {
        for (var wrong : Map.<Object, String>of(
                        0, "before 1990", "1989-12-31T23:59:59Z", "before 1990", "9998-01-01T00:00:00Z", "future")
                .entrySet()) {
            var consent = new HashMap<>(consent());
            consent.put("givenAt", wrong.getKey());
            var refused = owner.post(SUBJECTS, Map.of("code", anyCode(), "consent", consent))
                    .expect(400);
            assertThat(refused.problem()).isEqualTo("consent-invalid");
            assertThat(refused.json().path("detail").asString()).contains(wrong.getValue());
        }
    }

    private static List<String> fields(TestResponse refused) {
        return refused.json()
                .path("errors")
                .valueStream()
                .map(each -> each.path("field").asString())
                .toList();
    }

    private TestResponse upload(String table) {
        var file = new TestFile("file", "people.csv", table.getBytes(StandardCharsets.UTF_8));
        return owner.upload(SUBJECTS + "/import", Map.of(), file);
    }

    private static Map<String, Object> consent() {
        return Map.of(
                "purposes", List.of("TRAINING"),
                "noticeVersion", "2026-01",
                "noticeLanguage", "en",
                "method", "WRITTEN_FORM",
                "givenAt", "2026-01-15T00:00:00Z",
                "evidence", Base64.getEncoder().encodeToString(People.SIGNED_FORM));
    }
}
