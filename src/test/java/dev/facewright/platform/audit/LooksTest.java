package dev.facewright.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestClient;
import dev.facewright.platform.TestClock;
import dev.facewright.platform.TestSession;
import dev.facewright.platform.accounts.Role;
import dev.facewright.platform.audit.AuditLog.AuditEntry;
import dev.facewright.platform.audit.AuditQuery.Kind;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.DatasetId;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.datasets.Scene;
import dev.facewright.platform.kernel.AuditFacts;
import dev.facewright.platform.kernel.Fact;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who looked at what stands in the log as well as who changed what.
@FacewrightTest
class LooksTest {
    private final TestSession session;
    private final AuditLog log;
    private final LookBook book;
    private final Scene scene;
    private final TestClock clock;
    private TestClient owner;
    private String me;

    LooksTest(TestSession session, AuditLog log, LookBook book, Scene scene, TestClock clock) {
        this.session = session;
        this.log = log;
        this.book = book;
        this.scene = scene;
        this.clock = clock;
    }

    @BeforeEach
    void somebodyLogsIn() {
        owner = session.newPerson(Set.of(Role.DATA_OWNER, Role.COMPLIANCE));
        me = owner.get("/api/v1/me").json().path("account").asString();
    }

    @Test
    void aPageOfFacesIsAnEntryAtOnceAndOneForTheRest() {
        SubjectId alice = scene.someone();
        DatasetId dataset = scene.datasetOf(alice, scene.someone());
        List<String> images = Stream.of(owner.get("/api/v1/datasets/" + dataset + "/images?size=50")
                        .json())
                .flatMap(list -> IntStream.range(0, list.path("items").size())
                        .mapToObj(i -> list.path("items").get(i).path("id").asString()))
                .toList();
        assertThat(images).hasSize(6);

        images.forEach(image ->
                owner.get("/datasets/" + dataset + "/images/" + image + "/crop").expect(200));
        owner.get("/datasets/" + dataset + "/images/" + images.getFirst() + "/crop")
                .expect(200);

        assertThat(looks("looked.faces"))
                .singleElement()
                .extracting(AuditEntry::ids)
                .isEqualTo(Map.of("dataset", dataset.toString(), "image", images.getFirst(), "times", "1"));
        minuteLater();
        assertThat(looks("looked.faces")).hasSize(2);
        AuditEntry rest = looks("looked.faces").getFirst();
        assertThat(rest.ids()).containsEntry("times", "6");
        assertThat(rest.ids().getOrDefault("image", "").split(" ")).containsExactlyInAnyOrderElementsOf(images);
        assertThat(log.search(new AuditQuery("looked.faces", me, images.getLast(), null, null), 0, 9)
                        .items())
                .containsExactly(rest);
        assertThat(looks("looked.images"))
                .singleElement()
                .extracting(AuditEntry::ids)
                .isEqualTo(Map.of("dataset", dataset.toString(), "shown", "6", "times", "1"));
    }

    @Test
    void nobodyLooksAtMoreThanAHundredFacesUnwritten() {
        SubjectId alice = scene.someone();
        for (int i = 0; i < LookBook.MEMBERS + 1; i++) {
            var facts = AuditFacts.of("looked.faces", Fact.id("dataset", alice));
            book.note(facts, Fact.id("image", UUID.randomUUID()), 0);
        }
        var entries = log.search(new AuditQuery("looked.faces", null, alice.toString(), null, null), 0, 9)
                .items();
        assertThat(entries).hasSize(2);
        assertThat(entries.getFirst().ids()).containsEntry("times", "100");
    }

    @Test
    void aPersonTheirEvidenceAndTheManifestAreLookedAtByTheirIds() {
        SubjectId alice = scene.someone();
        DatasetVersionId version = scene.sealed(scene.datasetOf(alice, scene.someone()));
        String consent = scene.people().consentOf(alice).toString();
        owner.page("/people/" + alice).expect(200);
        owner.get("/api/v1/subjects/" + alice + "/consents/" + consent + "/evidence")
                .expect(200);
        owner.get("/api/v1/dataset-versions/" + version + "/manifest").expect(200);

        assertThat(ids("looked.person")).isEqualTo(Map.of("subject", alice.toString(), "times", "1"));
        assertThat(ids("looked.evidence"))
                .isEqualTo(Map.of("subject", alice.toString(), "consent", consent, "times", "1"));
        assertThat(ids("looked.manifest")).isEqualTo(Map.of("dataset-version", version.toString(), "times", "1"));
    }

    @Test
    void whatIsTypedIntoASearchIsNotKept() {
        SubjectId alice = scene.someone();
        String code = scene.people().codeOf(alice);
        owner.page("/people?code=" + code).expect(200);
        owner.get("/api/v1/subjects?code=" + code).expect(200);
        minuteLater();
        assertThat(looks("looked.people"))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.toString()).doesNotContain(code));
    }

    @Test
    void whatIsNotThereOrRefusedIsNotLookedAt() {
        owner.page("/people/" + UUID.randomUUID()).expect(404);
        owner.page("/users").expect(403);
        minuteLater();
        assertThat(all(Kind.LOOKS)).isEmpty();
    }

    @Test
    void whoReadsTheLogStandsInIt() {
        owner.page("/audit").expect(200);
        owner.get("/audit/entries.csv?id=" + UUID.randomUUID()).expect(200);
        owner.get("/api/v1/audit").expect(200);
        minuteLater();
        assertThat(looks("looked.audit-log")).hasSize(2);
        assertThat(looks("looked.audit-log").getFirst().ids()).containsEntry("times", "2");
    }

    @Test
    void looksAndChangesAreListedApart() {
        SubjectId alice = scene.someone();
        owner.page("/people/" + alice).expect(200);
        owner.post("/api/v1/datasets", Map.of("name", "Apart " + UUID.randomUUID(), "purpose", "TRAINING"))
                .expect(201);
        assertThat(all(Kind.LOOKS)).extracting(AuditEntry::action).containsExactly("looked.person");
        assertThat(all(Kind.CHANGES))
                .extracting(AuditEntry::action)
                .contains("dataset.created")
                .noneMatch(action -> action.startsWith("looked."));
        assertThat(owner.page("/audit?kind=LOOKS&id=" + alice).expect(200).text())
                .contains("Looked at a person", "1 entries");
        assertThat(owner.page("/audit?kind=CHANGES&id=" + alice).expect(200).text())
                .doesNotContain("<span>Looked at a person</span>");
        assertThat(owner.get("/api/v1/audit?kind=LOOKS&id=" + alice)
                        .expect(200)
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aRefusalSaysWhatItWasAbout() {
        SubjectId alice = scene.someone();
        session.newPerson(Set.of(Role.ML_ENGINEER))
                .get("/api/v1/subjects/" + alice)
                .expect(403);
        var entries = log.search(new AuditQuery("refused.forbidden", null, alice.toString(), null, null), 0, 9)
                .items();
        assertThat(entries)
                .singleElement()
                .extracting(AuditEntry::ids)
                .isEqualTo(Map.of("about", alice.toString(), "on", "GET /api/v1/subjects/**"));
    }

    @Test
    void whoeverKnocksWithoutAKeyIsCountedAndCannotFillTheLog() {
        minuteLater();
        long before = knocks();
        for (int i = 0; i < 20; i++) {
            session.withToken("fw_" + i)
                    .get("/api/v1/subjects/" + UUID.randomUUID())
                    .expect(401);
            session.anonymous().get("/api/v1/subjects/" + UUID.randomUUID()).expect(401);
        }
        minuteLater();
        assertThat(knocks() - before).isEqualTo(2);
        var latest = log.search(new AuditQuery("refused.unauthenticated", "nobody", null, null, null), 0, 1)
                .items()
                .getFirst();
        assertThat(latest.ids()).isEqualTo(Map.of("on", "GET /api/v1/subjects/**", "times", "39"));
    }

    @Test
    void whoeverLogsOutIsInTheLog() {
        owner.form("/logout", Map.of()).expect(302);
        assertThat(log.search(new AuditQuery("account.logged-out", me, null, null, null), 0, 9)
                        .items())
                .singleElement()
                .extracting(AuditEntry::ids)
                .isEqualTo(Map.of("account", me));
    }

    private long knocks() {
        return log.search(
                        new AuditQuery("refused.unauthenticated", "nobody", "GET /api/v1/subjects/**", null, null),
                        0,
                        1)
                .total();
    }

    private void minuteLater() {
        clock.advance(LookBook.WINDOW);
        book.writeWhatIsOver();
    }

    private Map<String, String> ids(String action) {
        assertThat(looks(action)).hasSize(1);
        return looks(action).getFirst().ids();
    }

    private List<AuditEntry> looks(String action) {
        return log.search(new AuditQuery(action, me, null, null, null), 0, 50).items();
    }

    private List<AuditEntry> all(Kind kind) {
        return log.search(new AuditQuery(null, me, null, null, null, kind), 0, 50)
                .items();
    }
}
