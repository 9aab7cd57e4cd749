package dev.facewright.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestClient;
import dev.facewright.platform.TestClock;
import dev.facewright.platform.TestSession;
import dev.facewright.platform.accounts.Role;
import dev.facewright.platform.storage.keys.KeyCall;
import dev.facewright.platform.storage.keys.KeyCallSeal;
import dev.facewright.platform.storage.keys.KeySettings;
import dev.facewright.platform.storage.keys.RemoteKeys;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@FacewrightTest
class KeyCallsTest {
    private static final String PATH = RemoteKeys.PATH;

    private final KeyGenerationRepository rows;
    private final DataKeyRepository keys;
    private final Vault vault;
    private final TestSession session;
    private final TestClock clock;
    private final JsonMapper json;
    private final String secret;
    private final KeyCallSeal seal;
    private final TestClient stranger;

    KeyCallsTest(
            KeyGenerationRepository rows,
            DataKeyRepository keys,
            Vault vault,
            TestSession session,
            TestClock clock,
            JsonMapper json,
            KeySettings settings) {
        this.rows = rows;
        this.keys = keys;
        this.vault = vault;
        this.session = session;
        this.clock = clock;
        this.json = json;
        this.secret = Objects.requireNonNull(settings.secret());
        this.seal = new KeyCallSeal(secret);
        this.stranger = session.anonymous();
    }

    @Test
    void aWorkerWithoutADiskReadsWhatTheServerEncryptedAlsoAfterAChange() {
        RemoteKeys server = remote(secret);
        KeyRing worker = new KeyRing(rows, server);
        DataKeyId key = vault.createKey(ObjectOwner.upload(UUID.randomUUID()));
        int before = rows.current();
        assertThat(opens(worker, key)).isTrue();

        vault.destroy(vault.createKey(ObjectOwner.upload(UUID.randomUUID())));
        new GenerationChange.ByServer(server).run(false);
        assertThat(rows.current()).isEqualTo(before + 1);
        assertThat(opens(worker, key)).isTrue();
        assertThat(server.find(nameOf(before), null)).as("destroyed").isEmpty();
        assertThat(session.as(Role.ADMIN)
                        .get("/api/v1/audit?action=keys.generation-handed-out")
                        .text())
                .contains("\"generation\":\"" + (before + 1) + "\"");
    }

    @Test
    void whoeverHasNotTheSecretIsRefusedAndTold() {
        assertThatThrownBy(
                        () -> remote("another secret, but of the same length").ask(KeyCall.RENEW))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("facewright.keys.secret");
        KeyCall call =
                seal.ask(KeyCall.KEY + nameOf(rows.current()), clock.instant()).call();
        KeyCall changed = new KeyCall(KeyCall.CHANGE, call.nonce(), call.at(), call.publicKey(), call.mac());
        assertThat(stranger.post(PATH, json.writeValueAsString(changed))
                        .expect(403)
                        .problem())
                .isEqualTo("key-call-refused");
        assertThat(session.as(Role.ADMIN)
                        .get("/api/v1/audit?action=refused.key-call-refused")
                        .text())
                .contains("POST " + PATH);
    }

    @Test
    void aCallIsAnsweredOnceAndInTime() {
        String call = json.writeValueAsString(
                seal.ask(KeyCall.KEY + nameOf(rows.current()), clock.instant()).call());
        stranger.post(PATH, call).expect(200);
        stranger.post(PATH, call).expect(403);
        for (Instant at : List.of(
                clock.instant().minus(Duration.ofMinutes(2)), clock.instant().plus(Duration.ofMinutes(2)))) {
            stranger.post(
                            PATH,
                            json.writeValueAsString(seal.ask(KeyCall.RENEW, at).call()))
                    .expect(403);
        }
        stranger.post(PATH, "{\"what\":\"renew\"}").expect(400);
    }

    @Test
    void anAnswerIsForWhoeverAskedAndForNobodyElse() {
        KeyCallSeal.Asked asked = seal.ask("key a-1-b", clock.instant());
        byte[] key = new byte[32];
        key[0] = 7;
        KeyCall.Answer answer = seal.answer(asked.call(), key);
        assertThat(seal.open(asked, answer)).isEqualTo(key);
        assertThat(answer.sealed()).hasSize(32 + 28);

        KeyCallSeal.Asked later = new KeyCallSeal.Asked(
                asked.call(), seal.ask("key a-1-b", clock.instant()).privateKey());
        assertThatThrownBy(() -> seal.open(later, answer))
                .as("a recording and the secret are not enough")
                .isInstanceOf(IllegalStateException.class);
        KeyCallSeal imposter = new KeyCallSeal("of somebody who has not the secret");
        assertThatThrownBy(() -> seal.open(asked, imposter.answer(asked.call(), key)))
                .isInstanceOf(IllegalStateException.class);
    }

    private boolean opens(KeyRing ring, DataKeyId id) {
        var row = keys.wrapped(id.value()).orElseThrow();
        return ring.get(row.getGeneration()).unwrap(id, row.getWrappedKey()).length == KeyEncryptionKey.BYTES;
    }

    private RemoteKeys remote(String secret) {
        return new RemoteKeys(URI.create(session.address()), secret, json, clock);
    }

    private String nameOf(int generation) {
        return rows.findById(generation).orElseThrow().keyName();
    }
}
