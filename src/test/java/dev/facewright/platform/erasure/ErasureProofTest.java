package dev.facewright.platform.erasure;

import static dev.facewright.platform.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestClient;
import dev.facewright.platform.TestFile;
import dev.facewright.platform.TestResponse;
import dev.facewright.platform.TestSession;
import dev.facewright.platform.accounts.Role;
import dev.facewright.platform.audit.AuditLog;
import dev.facewright.platform.audit.AuditQuery;
import dev.facewright.platform.consent.People;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.consent.SubjectStatus;
import dev.facewright.platform.consent.Subjects;
import dev.facewright.platform.datasets.Scene;
import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectOwner;
import dev.facewright.platform.storage.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is erased is proved, and what is proved is certified; nothing is certified that is not so.
@FacewrightTest
class ErasureProofTest {
    private final Scene scene;
    private final TestSession session;
    private final Subjects subjects;
    private final Notes notes;
    private final ObjectStore store;
    private final Erasure erasure;
    private final ErasureProof proof;
    private final Erasures erasures;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    ErasureProofTest(
            Scene scene,
            TestSession session,
            Subjects subjects,
            Notes notes,
            ObjectStore store,
            Erasure erasure,
            ErasureProof proof,
            Erasures erasures,
            AuditLog audit,
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock) {
        this.scene = scene;
        this.session = session;
        this.subjects = subjects;
        this.notes = notes;
        this.store = store;
        this.erasure = erasure;
        this.proof = proof;
        this.erasures = erasures;
        this.audit = audit;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Test
    void theCertificateSaysWhatIsGoneWhatStaysAndWhyAndNamesNobody() throws GeneralSecurityException {
        SubjectId alice = scene.someone();
        String code = scene.people().codeOf(alice);
        scene.sealed(scene.datasetOf(alice, scene.someone()));
        TestClient owner = session.as(Role.DATA_OWNER);
        String secret = owner.get("/api/v1/subjects/" + alice + "/receipt")
                .expect(200)
                .json()
                .path("secret")
                .asString();

        scene.people().withdraws(alice);
        eventually(() -> assertThat(state(alice)).isEqualTo(ErasureState.CERTIFIED));

        TestResponse answer = session.as(Role.COMPLIANCE)
                .get("/api/v1/erasures/" + alice + "/certificate")
                .expect(200);
        JsonNode envelope = answer.json();
        byte[] payload = Base64.getDecoder().decode(envelope.path("payload").asString());
        assertThat(signedWithThePublishedKey(envelope, payload)).isTrue();
        JsonNode certificate = json.readTree(payload);
        assertThat(numbers(certificate.path("destroyedNow")))
                .containsEntry("key", 1L)
                .containsEntry("images", 3L)
                .containsEntry("pseudonym", 1L);
        assertThat(certificate.path("sealedUntil").size()).isEqualTo(3);
        assertThat(certificate
                        .path("sealedUntil")
                        .path(0)
                        .path("keyGenerations")
                        .size())
                .isEqualTo(1);
        assertThat(certificate
                        .path("kept")
                        .valueStream()
                        .map(each -> each.path("where").asString()))
                .contains(
                        "dataset_image.id",
                        "dataset_version_subject.subject_id",
                        "consent.subject_id",
                        "evidence_proof.keyed_hash");
        assertThat(certificate.path("lookedThrough").path("rows").asLong()).isPositive();
        assertThat(certificate.path("subject").path("commitment").asString()).isEqualTo(commitment(secret, code));
        assertThat(new String(payload, StandardCharsets.UTF_8)).doesNotContain(code, alice.toString());
        String check =
                "/api/v1/erasures/" + alice + "/consents/" + scene.people().consentOf(alice) + "/evidence-check";
        assertThat(owner.upload(check, Map.of(), new TestFile("file", "p.pdf", "application/pdf", People.SIGNED_FORM))
                        .expect(200)
                        .json()
                        .path("same")
                        .asBoolean())
                .isTrue();
        assertThat(owner.upload(check, Map.of(), new TestFile("file", "p.pdf", "application/pdf", new byte[] {1}))
                        .expect(200)
                        .json()
                        .path("same")
                        .asBoolean())
                .isFalse();
        owner.get("/api/v1/subjects/" + alice + "/receipt").expect(409);
        assertThat(session.as(Role.COMPLIANCE)
                        .page("/erasures/" + alice)
                        .expect(200)
                        .text())
                .contains("Certified", "dataset_image.id");
        session.as(Role.ML_ENGINEER)
                .get("/api/v1/erasures/" + alice + "/certificate")
                .expect(403);
    }

    /// The first second is what counts: what somebody copied before opens nothing.
    @Test
    void theKeyAndTheCodeGoBeforeAnyHolderIsAsked() {
        SubjectId alice = scene.someone();
        notes.keepAbout(alice);
        notes.forgetToErase(alice);
        scene.people().withdraws(alice);
        eventually(() -> assertThat(state(alice)).isEqualTo(ErasureState.STILL_HELD));
        assertThat(subjects.get(alice).code()).isNull();
        assertThat(jdbc.sql("select k.wrapped_key is null from data_key k join data_subject s on s.data_key = k.id"
                                + " where s.id = ?")
                        .param(alice.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        notes.remember(alice);
    }

    @Test
    void aHolderThatLiesIsFoundOut() {
        SubjectId alice = scene.someone();
        notes.keepAbout(alice);
        notes.lieAbout(alice);
        scene.people().withdraws(alice);
        eventually(() -> assertThat(told(alice)).contains("test_note.subject_id: SUBJECT"));
        assertThat(subjects.get(alice).status()).isEqualTo(SubjectStatus.ENDED);
        notes.remember(alice);
        eventually(() -> assertThat(subjects.get(alice).status()).isEqualTo(SubjectStatus.ERASED));
    }

    /// A new table that nobody thought of holds a pseudonym, or a fingerprint of a picture.
    @Test
    void tracesThatNobodyDeclaredAreFoundWhateverTheyAreIn() {
        SubjectId alice = scene.someone();
        scene.datasetOf(alice);
        String hash = jdbc.sql("select crop_hash from dataset_image where subject_id = ? limit 1")
                .param(alice.value())
                .query(String.class)
                .single();
        SubjectId unrelated = SubjectId.random();
        notes.write(unrelated, "{\"was\": \"" + scene.people().codeOf(alice) + "\", \"crop\": \"" + hash + "\"}");
        People.withdrawsUnheard(jdbc, alice);

        assertThat(erasure.erase(alice)).isEqualTo(Erasure.Outcome.SAID_DONE);
        proof.prove();

        assertThat(told(alice)).contains("test_note.object_key: CODE", "test_note.object_key: HASH");
        jdbc.sql("delete from test_note where id = ?").param(unrelated.value()).update();
        assertThat(erasure.erase(alice)).isEqualTo(Erasure.Outcome.SAID_DONE);
        proof.prove();
        assertThat(subjects.get(alice).status()).isEqualTo(SubjectStatus.ERASED);
    }

    @Test
    void anObjectThatIsPutBackIsFoundAndErasedAgain() {
        SubjectId alice = scene.someone();
        People.withdrawsUnheard(jdbc, alice);
        assertThat(erasure.erase(alice)).isEqualTo(Erasure.Outcome.SAID_DONE);
        ObjectKey planted = ObjectKey.of(ObjectOwner.subject(alice.value()), "images", "planted");
        store.put(planted, new byte[] {1}, "text/plain");

        proof.prove();

        assertThat(told(alice)).contains("object " + planted);
        assertThat(erasure.erase(alice)).isEqualTo(Erasure.Outcome.SAID_DONE);
        proof.prove();
        assertThat(subjects.get(alice).status()).isEqualTo(SubjectStatus.ERASED);
        assertThat(store.exists(planted)).isFalse();
    }

    @Test
    void aHoldStopsAnErasureUntilTwoPeopleLiftIt() {
        TestClient ruth = session.newPerson(EnumSet.of(Role.COMPLIANCE));
        TestClient sam = session.newPerson(EnumSet.of(Role.COMPLIANCE));
        SubjectId alice = scene.someone();
        var hold = Map.of(
                "kind",
                "SUBJECT",
                "object",
                alice.toString(),
                "reason",
                "litigation",
                "reviewOn",
                LocalDate.ofInstant(clock.instant(), clock.getZone())
                        .plusDays(9)
                        .toString());
        String id = ruth.post("/api/v1/holds", hold).expect(201).createdId();

        scene.people().withdraws(alice);

        eventually(() -> assertThat(state(alice)).isEqualTo(ErasureState.WAITING));
        assertThat(subjects.get(alice).livePurposes()).isEmpty();
        assertThat(subjects.get(alice).code()).isNotNull();
        assertThat(audited("erasure.waits", alice)).isEqualTo(1);

        approve(sam, ruth.post("/api/v1/holds/" + id + "/lifting").expect(201)).expect(200);

        eventually(() -> assertThat(state(alice)).isEqualTo(ErasureState.CERTIFIED));
    }

    @Test
    void erasingWhoStillAgreesTakesTwoPeople() {
        TestClient ruth = session.newPerson(EnumSet.of(Role.COMPLIANCE));
        TestClient sam = session.newPerson(EnumSet.of(Role.COMPLIANCE));
        SubjectId alice = scene.someone();
        var wanted = Map.of("subject", alice.toString(), "reason", "subject-request");
        TestResponse proposed = ruth.post("/api/v1/erasures", wanted).expect(201);
        assertThat(subjects.get(alice).status()).isEqualTo(SubjectStatus.LIVE);
        approve(ruth, proposed).expect(403);

        approve(sam, proposed).expect(200);

        eventually(() -> assertThat(state(alice)).isEqualTo(ErasureState.CERTIFIED));
        assertThat(erasures.get(alice).requestedBy()).isEqualTo("TWO_PEOPLE");
        assertThat(ruth.post("/api/v1/erasures", wanted).expect(409).problem()).isEqualTo("erased-by-itself");
    }

    private static TestResponse approve(TestClient who, TestResponse proposed) {
        return who.post(
                "/api/v1/approvals/" + proposed.createdId() + "/approval",
                Map.of("contentHash", proposed.json().path("contentHash").asString()));
    }

    private @Nullable ErasureState state(SubjectId subject) {
        return erasures.find(subject).map(ErasureView::state).orElse(null);
    }

    private String told(SubjectId subject) {
        return erasures.find(subject)
                .map(erasure -> erasure.leftBehind().getOrDefault("rescan", ""))
                .orElse("");
    }

    private long audited(String action, SubjectId subject) {
        return audit.search(new AuditQuery(action, null, subject.toString(), null, null), 0, 50)
                .total();
    }

    private static Map<String, Long> numbers(JsonNode destroyed) {
        return destroyed
                .valueStream()
                .collect(java.util.stream.Collectors.toMap(
                        each -> each.path("what").asString(),
                        each -> each.path("count").asLong()));
    }

    private static String commitment(String secret, String code) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(HexFormat.of().parseHex(secret), "HmacSHA256"));
        return HexFormat.of()
                .formatHex(mac.doFinal(("facewright.subject/1\n" + code).getBytes(StandardCharsets.UTF_8)));
    }

    /// With the JDK alone, as somebody would who has only the documentation.
    private boolean signedWithThePublishedKey(JsonNode envelope, byte[] payload) throws GeneralSecurityException {
        String type = envelope.path("payloadType").asString();
        byte[] head =
                ("DSSEv1 " + type.length() + " " + type + " " + payload.length + " ").getBytes(StandardCharsets.UTF_8);
        byte[] signature = Base64.getDecoder()
                .decode(envelope.path("signatures").path(0).path("sig").asString());
        for (byte[] key : publishedKeys()) {
            byte[] prefix = HexFormat.of().parseHex("302a300506032b6570032100");
            byte[] encoded = new byte[prefix.length + key.length];
            System.arraycopy(prefix, 0, encoded, 0, prefix.length);
            System.arraycopy(key, 0, encoded, prefix.length, key.length);
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            ed25519.update(head);
            ed25519.update(payload);
            if (ed25519.verify(signature)) {
                return true;
            }
        }
        return false;
    }

    private List<byte[]> publishedKeys() {
        return session.anonymous()
                .get("/api/v1/signing-keys")
                .expect(200)
                .json()
                .path("keys")
                .valueStream()
                .filter(key -> key.path("kind").asString().equals("ERASURE_CERTIFICATE"))
                .map(key -> Base64.getDecoder().decode(key.path("publicKey").asString()))
                .toList();
    }
}
