package dev.facewright.platform.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestSession;
import dev.facewright.platform.accounts.Role;
import dev.facewright.platform.signing.SigningKeyView.KeyStatus;
import dev.facewright.platform.storage.Sha256;
import dev.facewright.platform.storage.StorageProblem;
import dev.facewright.platform.storage.Vault;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@FacewrightTest
class SigningKeysTest {
    private static final String TYPE = "application/vnd.facewright.test+json";
    private static final byte[] DOCUMENT = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

    private final SigningKeys keys;
    private final Signatures signatures;
    private final SigningKeyRepository rows;
    private final Vault vault;
    private final EntityManager entities;
    private final JsonMapper json;
    private final TestSession session;

    SigningKeysTest(
            SigningKeys keys,
            Signatures signatures,
            SigningKeyRepository rows,
            Vault vault,
            EntityManager entities,
            JsonMapper json,
            TestSession session) {
        this.keys = keys;
        this.signatures = signatures;
        this.rows = rows;
        this.vault = vault;
        this.entities = entities;
        this.json = json;
        this.session = session;
    }

    @Test
    void whatWasSignedVerifiesAsThatKindOfDocumentOnly() {
        Envelope signed = signatures.sign(DocumentKind.ERASURE_CERTIFICATE, TYPE, DOCUMENT);

        assertThat(signatures.verify(DocumentKind.ERASURE_CERTIFICATE, TYPE, signed))
                .contains(DOCUMENT);
        assertThat(signatures.verify(DocumentKind.MODEL_STATUS, TYPE, signed)).isEmpty();
        assertThat(signatures.verify(DocumentKind.ERASURE_CERTIFICATE, TYPE + "x", signed))
                .isEmpty();
        var changed = new Envelope(signed.payloadType(), "e30=", signed.signatures());
        assertThat(signatures.verify(DocumentKind.ERASURE_CERTIFICATE, TYPE, changed))
                .isEmpty();
    }

    @Test
    void theRootSignsNothingButItsKeys() {
        assertThatThrownBy(() -> signatures.sign(DocumentKind.KEY_STATEMENT, TYPE, DOCUMENT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoeverKnowsTheRootKnowsEveryKey() {
        JsonNode statement = statementBy(keys.root());
        assertThat(statement.get("type").asString()).isEqualTo("facewright.keys/1");
        for (SigningKeyView key : keys.all()) {
            JsonNode said = said(statement, key.id());
            assertThat(said.get("publicKey").asString()).isEqualTo(key.publicKey());
            assertThat(said.get("kind").asString()).isEqualTo(key.kind().slug());
            assertThat(Sha256.hex(Base64.getDecoder().decode(key.publicKey()))).isEqualTo(key.id());
        }
    }

    @Test
    void aReplacedKeyIsBelievedAndCanSignNoMore() {
        Envelope before = signatures.sign(DocumentKind.ERASURE_CERTIFICATE, TYPE, DOCUMENT);
        SigningKey old = rows.inUse(DocumentKind.ERASURE_CERTIFICATE).orElseThrow();
        SigningKey.Sealed half = old.sealed().orElseThrow();
        long sequence = statementBy(keys.root()).get("sequence").asLong();

        keys.replace(DocumentKind.ERASURE_CERTIFICATE, false);

        assertThat(signatures.verify(DocumentKind.ERASURE_CERTIFICATE, TYPE, before))
                .isPresent();
        Envelope after = signatures.sign(DocumentKind.ERASURE_CERTIFICATE, TYPE, DOCUMENT);
        assertThat(after.signatures().getFirst().keyid()).isNotEqualTo(old.getId());
        assertThatThrownBy(() -> vault.decrypt(half.key(), half.seed(), SigningKey.sealedFor(old.publicKey())))
                .isInstanceOf(StorageProblem.KeyDestroyed.class);
        JsonNode statement = statementBy(keys.root());
        assertThat(statement.get("sequence").asLong()).isGreaterThan(sequence);
        assertThat(said(statement, old.getId()).has("until")).isTrue();
        assertThat(said(statement, old.getId()).has("compromised")).isFalse();
    }

    @Test
    void whatACompromisedKeySignedIsBelievedNoMore() {
        Envelope before = signatures.sign(DocumentKind.ERASURE_CERTIFICATE, TYPE, DOCUMENT);

        keys.replace(DocumentKind.ERASURE_CERTIFICATE, true);

        assertThat(signatures.verify(DocumentKind.ERASURE_CERTIFICATE, TYPE, before))
                .isEmpty();
        String id = Objects.requireNonNull(before.signatures().getFirst().keyid());
        assertThat(said(statementBy(keys.root()), id).get("compromised").asBoolean())
                .isTrue();
    }

    @Test
    void whoKnowsAnEarlierRootOnlyStillBelievesUnlessItWasCompromised() {
        SigningKeyView first = keys.root();
        keys.replace(DocumentKind.KEY_STATEMENT, false);
        SigningKeyView second = keys.root();
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(statementBy(first)).isEqualTo(statementBy(second));

        keys.replace(DocumentKind.KEY_STATEMENT, true);

        Envelope statement = keys.statement();
        assertThat(statement.verified(SigningKeys.STATEMENT_TYPE, List.of(key(second))))
                .as("by the one that fell into other hands")
                .isEmpty();
        assertThat(statementBy(first)).isEqualTo(statementBy(keys.root()));
    }

    @Test
    void noPrivateHalfIsInTheDatabase() {
        SigningKey row = rows.inUse(DocumentKind.MODEL_STATUS).orElseThrow();
        SigningKey.Sealed half = row.sealed().orElseThrow();
        byte[] seed = vault.decrypt(half.key(), half.seed(), SigningKey.sealedFor(row.publicKey()));

        assertThat(Ed25519.verifies(row.publicKey(), DOCUMENT, Ed25519.sign(seed, DOCUMENT)))
                .isTrue();
        assertThat(entities.createNativeQuery(
                                "select count(*) from signing_key where position(:seed in sealed_key) > 0", Long.class)
                        .setParameter("seed", seed)
                        .getSingleResult())
                .isEqualTo(0L);
    }

    @Test
    void everyoneMayReadThemAndAdministratorsAloneReplaceThem() {
        var anonymous = session.anonymous();
        var answer = anonymous.get("/api/v1/signing-keys").expect(200);
        assertThat(answer.json().get("statement").get("payloadType").asString()).isEqualTo(SigningKeys.STATEMENT_TYPE);
        assertThat(answer.text()).doesNotContain("sealed");
        String path = "/api/v1/signing-keys/ERASURE_CERTIFICATE/replacement";
        anonymous.post(path, Map.of("compromised", false)).expect(401);
        session.as(Role.COMPLIANCE).post(path, Map.of("compromised", false)).expect(403);
        String before = inUse();
        session.as(Role.ADMIN).post(path, Map.of("compromised", false)).expect(200);
        assertThat(inUse()).isNotEqualTo(before);
        session.as(Role.ADMIN)
                .post("/api/v1/signing-keys/NOTHING/replacement", Map.of("compromised", false))
                .expect(400);
    }

    @Test
    void thePageShowsFingerprintsAndOffersAReplacementToAdministrators() {
        String page = session.as(Role.ADMIN).page("/signing-keys").expect(200).text();
        assertThat(page).contains(inUse()).contains("/signing-keys/MODEL_STATUS/replacement");
        assertThat(session.as(Role.ML_ENGINEER)
                        .page("/signing-keys")
                        .expect(200)
                        .text())
                .contains(inUse())
                .doesNotContain("/replacement");
        String before = inUse();
        session.as(Role.ADMIN)
                .form("/signing-keys/ERASURE_CERTIFICATE/replacement", Map.of())
                .expect(302);
        assertThat(inUse()).isNotEqualTo(before);
    }

    private String inUse() {
        return keys.all().stream()
                .filter(key -> key.kind() == DocumentKind.ERASURE_CERTIFICATE && key.status() == KeyStatus.IN_USE)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private JsonNode statementBy(SigningKeyView root) {
        return json.readTree(keys.statement()
                .verified(SigningKeys.STATEMENT_TYPE, List.of(key(root)))
                .orElseThrow());
    }

    private static byte[] key(SigningKeyView root) {
        return Base64.getDecoder().decode(root.publicKey());
    }

    private static JsonNode said(JsonNode statement, String id) {
        return statement
                .get("keys")
                .valueStream()
                .filter(key -> key.get("keyid").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
