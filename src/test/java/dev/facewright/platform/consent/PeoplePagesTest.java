package dev.facewright.platform.consent;

import static dev.facewright.platform.consent.People.anyCode;
import static dev.facewright.platform.consent.People.to;
import static dev.facewright.platform.consent.Purpose.TRAINING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestClient;
import dev.facewright.platform.TestFile;
import dev.facewright.platform.TestSession;
import dev.facewright.platform.accounts.Role;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What a data owner sees of people and consents.
@FacewrightTest
class PeoplePagesTest {
    private final TestSession session;
    private final TestClient owner;
    private final People people;
    private final ConsentLedger ledger;

    PeoplePagesTest(TestSession session, ConsentLedger ledger, Subjects subjects, Clock clock) {
        this.session = session;
        this.owner = session.as(Role.DATA_OWNER);
        this.people = new People(ledger, subjects, clock);
        this.ledger = ledger;
    }

    @Test
    void aPersonIsRegisteredFoundAndShown() {
        String code = anyCode();
        assertThat(owner.page("/people/new").expect(200).text()).contains("A pseudonym that you give, never a name");
        var registered =
                owner.upload("/people", fields(code, "2026-01"), form()).expect(302);
        assertThat(owner.page("/people?code=" + code).expect(200).text()).contains(">" + code + "<");
        String page = owner.page(registered.location()).expect(200).text();
        assertThat(page)
                .contains(code)
                .contains("written form")
                .contains("2026-01 (en)")
                .contains("application/pdf");
    }

    @Test
    void aPageBeyondTheLastOneLeadsBackToTheFirst() {
        people.whoAgrees(to(TRAINING));
        assertThat(owner.page("/people?page=100000").expect(200).text())
                .contains("The list has no such page any more", "To its first page")
                .doesNotContain("Nobody is registered", "class=\"pager\"");
    }

    @Test
    void whatWasTypedStaysWhenSomethingIsWrong() {
        String code = anyCode();
        var refused = owner.upload("/people", fields(code, ""), form()).expect(422);
        assertThat(refused.text()).contains("value=\"" + code + "\"").contains("id=\"noticeVersion\"");
        assertThat(refused.text()).contains("aria-invalid=\"true\"");
        var taken = people.codeOf(people.whoAgrees(to(TRAINING)));
        assertThat(owner.upload("/people", fields(taken, "1"), form())
                        .expect(422)
                        .text())
                .contains("The code is taken");
    }

    @Test
    void withdrawingSaysFirstWhatWillHappen() {
        SubjectId alice = people.whoAgrees(to(TRAINING));
        ledger.grant(alice, people.consent(to(Purpose.EVALUATION), null));
        String consent = "/people/" + alice + "/consents/" + people.consentOf(alice) + "/withdrawal";
        assertThat(owner.page(consent).expect(200).text())
                .contains("out of every view at once")
                .contains("quarantined")
                .contains("cannot be undone");
        owner.form(consent, Map.of("reason", "subject-request")).expect(302);
        assertThat(owner.page("/people/" + alice).expect(200).text())
                .contains("The consent is withdrawn.")
                .contains("the person asked for it");
        assertThat(owner.form(consent, Map.of("reason", "subject-request"))
                        .expect(409)
                        .text())
                .contains("A consent can be withdrawn once");
    }

    @Test
    void aWrongTableIsListedLineByLine() {
        String taken = people.codeOf(people.whoAgrees(to(TRAINING)));
        var table = "code,purposes,notice_version,notice_language,method,given_at,expires_at\n"
                + "a name,TRAINING,1,en,WRITTEN_FORM,2026-01-15,\n"
                + taken + ",TRAINING,1,en,WRITTEN_FORM,2026-01-15,\n"
                + anyCode() + ",TRAINING,,en,WRITTEN_FORM,2026-01-15,\n";
        assertThat(owner.page("/people/import").expect(200).text()).contains("code,purposes,notice_version");
        var refused = owner.upload(
                        "/people/import",
                        Map.of(),
                        new TestFile("file", "t.csv", table.getBytes(StandardCharsets.UTF_8)))
                .expect(422);
        assertThat(refused.text())
                .containsSubsequence("Line 2,", "never a name", "Line 3,", "already has this code", "Line 4,");
    }

    @Test
    void pagesSpeakChinese() {
        var chinese = session.newPerson(Set.of(Role.DATA_OWNER));
        SubjectId alice = people.whoAgrees(to(TRAINING));
        chinese.page("/people?lang=zh");
        for (String page : new String[] {
            "/people",
            "/people/new",
            "/people/import",
            "/people/" + alice,
            "/people/" + alice + "/consents/new",
            "/people/" + alice + "/consents/" + people.consentOf(alice) + "/withdrawal"
        }) {
            assertThat(chinese.page(page).expect(200).text())
                    .as(page)
                    .contains("人员")
                    .doesNotContain("??");
            assertThat(owner.page(page).expect(200).text()).as(page).doesNotContain("??");
        }
    }

    private static Map<String, String> fields(String code, String notice) {
        return Map.of(
                "code", code,
                "purposes", "TRAINING",
                "noticeVersion", notice,
                "noticeLanguage", "en",
                "method", "WRITTEN_FORM",
                "givenOn", "2026-01-15",
                "validUntil", "");
    }

    private static TestFile form() {
        return new TestFile("evidence", "Ada Lovelace.pdf", People.SIGNED_FORM);
    }
}
