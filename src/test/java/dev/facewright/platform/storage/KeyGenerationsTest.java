package dev.facewright.platform.storage;

import static dev.facewright.platform.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.OldDatabase;
import dev.facewright.platform.TestClient;
import dev.facewright.platform.TestClock;
import dev.facewright.platform.TestSession;
import dev.facewright.platform.Waiting;
import dev.facewright.platform.accounts.Role;
import dev.facewright.platform.kernel.ServerSettings;
import dev.facewright.platform.storage.DataKeyRepository.Wrapped;
import dev.facewright.platform.storage.Sealing.Copies;
import dev.facewright.platform.storage.Sealing.Place;
import dev.facewright.platform.storage.StorageProblem.CiphertextRefused;
import dev.facewright.platform.storage.StorageProblem.KeyDestroyed;
import dev.facewright.platform.storage.keys.FileKeyStore;
import dev.facewright.platform.storage.keys.KeySettings;
import dev.facewright.platform.storage.keys.KeyStores;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@FacewrightTest
class KeyGenerationsTest {
    private static final byte[] FACE = "a face".getBytes(StandardCharsets.UTF_8);
    private static final byte[] HERE = "image:1".getBytes(StandardCharsets.UTF_8);

    /// More than are wrapped in one step.
    private static final int KEYS = 2_100;

    private final Vault vault;
    private final KeyGenerations generations;
    private final KeyGenerationRepository rows;
    private final DataKeyRepository keys;
    private final KeyRing ring;
    private final GenerationChange change;
    private final FileKeyStore folder;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final TestClock clock;
    private final Waiting waiting;
    private final TestSession session;
    private final DataSource source;
    private final JdbcClient jdbc;

    KeyGenerationsTest(
            Vault vault,
            KeyGenerations generations,
            KeyGenerationRepository rows,
            DataKeyRepository keys,
            KeyRing ring,
            GenerationChange change,
            KeySettings settings,
            ServerSettings server,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            TestClock clock,
            Waiting waiting,
            TestSession session,
            DataSource source,
            JdbcClient jdbc) {
        this.vault = vault;
        this.generations = generations;
        this.rows = rows;
        this.keys = keys;
        this.ring = ring;
        this.change = change;
        this.folder = new FileKeyStore(settings.folderBeside(server.data()));
        this.transactions = new TransactionTemplate(transactions);
        this.events = events;
        this.clock = clock;
        this.waiting = waiting;
        this.session = session;
        this.source = source;
        this.jdbc = jdbc;
    }

    @Test
    void whatABackupHoldsOfADestroyedKeyIsOpenedByNothingThatIsLeft() {
        DataKeyId erased = aKey();
        DataKeyId kept = aKey();
        byte[] face = vault.encrypt(kept, FACE, HERE);
        Wrapped backup = keys.wrapped(erased.value()).orElseThrow();
        byte[] wrapped = backup.getWrappedKey();
        assertThat(opensAnywhere(erased, wrapped)).isTrue();

        vault.destroy(erased);
        assertThat(opensAnywhere(erased, wrapped)).as("before the change").isTrue();
        assertThat(generations.sealing(List.of(erased)).sealed()).isFalse();

        Renewal renewal = generations.renew();
        assertThat(renewal.destroyed()).isEqualTo(backup.getGeneration());
        assertThat(renewal.current()).isGreaterThan(backup.getGeneration());
        assertThat(renewal.rewrapped()).isPositive();
        assertThat(opensAnywhere(erased, wrapped)).as("after the change").isFalse();
        assertThat(vault.decrypt(kept, face, HERE)).isEqualTo(FACE);

        Sealing sealing = generations.sealing(List.of(erased));
        assertThat(sealing.sealed()).isTrue();
        assertThat(sealing.at()).isEqualTo(renewal.at());
        assertThat(sealing.copies())
                .extracting(Copies::place)
                .containsExactly(Place.DATABASE_PAGES, Place.WRITE_AHEAD_LOG, Place.BACKUPS);
        assertThat(sealing.copies().getLast().goneBy())
                .isEqualTo(Objects.requireNonNull(renewal.at()).plus(Duration.ofDays(30)));
    }

    @Test
    void aLiveKeyIsNotSealedAndAnEarlierCopyOfItsRowIs() {
        DataKeyId kept = aKey();
        byte[] before = keys.wrapped(kept.value()).orElseThrow().getWrappedKey();
        generations.change();
        assertThat(generations.sealing(List.of(kept)).sealed()).isFalse();
        assertThat(opensAnywhere(kept, before)).isFalse();
        assertThat(opensAnywhere(kept, keys.wrapped(kept.value()).orElseThrow().getWrappedKey()))
                .isTrue();
    }

    @Test
    void whoeverAsksForWhatIsDoneAlreadyChangesNothing() {
        vault.destroy(aKey());
        Renewal first = generations.renew();
        assertThat(generations.renew()).isEqualTo(first);
        assertThat(generations.change().destroyed()).isEqualTo(first.current());
    }

    @Test
    void whoeverDiesBetweenAnyTwoStepsLosesNoKey() {
        List<DataKeyId> live = IntStream.range(0, KEYS).mapToObj(i -> aKey()).toList();
        byte[] face = vault.encrypt(live.getFirst(), FACE, HERE);
        boolean lived = false;
        int steps = 0;
        for (; !lived; steps++) {
            DataKeyId erased = aKey();
            byte[] wrapped = keys.wrapped(erased.value()).orElseThrow().getWrappedKey();
            vault.destroy(erased);
            lived = changes(new MortalSteps(steps));
            assertThat(live).as("after " + steps + " steps").allMatch(this::opens);
            assertThat(vault.decrypt(live.getFirst(), face, HERE)).isEqualTo(FACE);
            assertThat(opens(aKey())).isTrue();

            generations.renew();
            assertThat(live).as("gone on after " + steps + " steps").allMatch(this::opens);
            assertThat(opensAnywhere(erased, wrapped)).isFalse();
            assertThat(rows.unfinished()).isFalse();
            assertThat(folder.names()).as("keys nobody knows").hasSize(1);
        }
        assertThat(steps).isGreaterThan(15);
    }

    @Test
    void whoeverIsMakingAKeyMeanwhileDoesNotLoseIt() throws Exception {
        int before = rows.current();
        List<DataKeyId> made = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(1)) {
            var changed = transactions.execute(status -> {
                made.add(aKey());
                var running = threads.submit(generations::change);
                waiting.untilHeldBack(1);
                assertThat(aKey()).satisfies(made::add);
                return running;
            });
            assertThat(changed.get().destroyed()).isEqualTo(before);
        }
        assertThat(made).hasSize(2).allMatch(this::opens);
    }

    @Test
    void serversThatChangeAtOnceWhileKeysAreMadeLoseNone() throws Exception {
        List<DataKeyId> made = new ArrayList<>();
        int before = rows.current();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var servers = Stream.generate(this::ofAnotherServer)
                    .limit(3)
                    .map(server -> threads.submit(() -> server.run(true)))
                    .toList();
            do {
                made.add(aKey());
            } while (!servers.stream().allMatch(Future::isDone));
            for (var server : servers) {
                server.get();
            }
        }
        assertThat(rows.current()).isEqualTo(before + 3);
        assertThat(made).allMatch(this::opens);
        assertThat(rows.unfinished()).isFalse();
    }

    @Test
    void aKeyOfADestroyedGenerationIsNotKeptInMemoryForASecond() {
        int before = rows.current();
        KeyRing elsewhere = new KeyRing(rows, new KeyStores(List.of(folder)));
        assertThat(elsewhere.find(before)).isPresent();
        generations.change();
        eventually(
                Duration.ofSeconds(1), () -> assertThat(elsewhere.find(before)).isEmpty());
        eventually(Duration.ofSeconds(1), () -> assertThat(ring.find(before)).isEmpty());
    }

    @Test
    void aDestroyedKeyWaitsNoLongerThanIsConfigured() {
        DataKeyId erased = aKey();
        vault.destroy(erased);
        clock.advance(Duration.ofMinutes(61));
        eventually(
                () -> assertThat(generations.sealing(List.of(erased)).sealed()).isTrue());
    }

    @Test
    void aRowThatWasTamperedWithHoldsUpNothing() {
        DataKeyId damaged = aKey();
        jdbc.sql("update data_key set wrapped_key = '\\x0102' where id = ?")
                .param(damaged.value())
                .update();
        generations.change();
        assertThatThrownBy(() -> vault.encrypt(damaged, FACE, HERE)).isInstanceOf(CiphertextRefused.class);
        vault.destroy(damaged);
    }

    @Test
    void aChangeWithinATransactionIsRefusedRatherThanWaitedForForever() {
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> generations.renew()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aServerWithoutTheKeysDoesNotStartAndSaysWhatToDo(@TempDir Path empty) {
        var none = new KeyStores(List.of(new FileKeyStore(empty)));
        assertThatThrownBy(() -> firstGeneration(none, Optional.empty()).open())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is not in the folder " + empty)
                .hasMessageContaining("facewright.keys.folder");
        rows.live()
                .forEach(number -> new FileKeyStore(empty)
                        .keep(rows.opening(number).orElseThrow().getKeyName(), new byte[32]));
        assertThatThrownBy(() -> firstGeneration(none, Optional.empty()).open())
                .hasMessageContaining("is another one in the folder");
        var zeros = Optional.of(new ConfiguredKey(Base64.getEncoder().encodeToString(new byte[32]), null));
        assertThatThrownBy(() -> firstGeneration(none, zeros).open()).hasMessageContaining("is another one");
    }

    @Test
    void theKeyOfVersionsBeforeIsTakenIntoTheStoreAndOverwrittenWhereItWas(@TempDir Path data) throws IOException {
        DataKeyId key = aKey();
        byte[] face = vault.encrypt(key, FACE, HERE);
        int current = rows.current();
        String name = rows.opening(current).orElseThrow().getKeyName();
        byte[] configured = folder.find(name, null).orElseThrow();
        jdbc.sql("update key_generation set key_name = 'configured' where number = ?")
                .param(current)
                .update();
        var properties = new Properties();
        properties.setProperty("database.password", "stays");
        properties.setProperty("key-encryption-key", Base64.getEncoder().encodeToString(configured));
        Path file = data.resolve("secrets.properties");
        try (var writer = Files.newBufferedWriter(file)) {
            properties.store(writer, "as versions before wrote it");
        }

        var stores = new KeyStores(List.of(folder));
        firstGeneration(stores, ConfiguredKey.of("", file)).open();

        assertThat(rows.opening(current).orElseThrow().getKeyName()).isNotEqualTo("configured");
        assertThat(new KeyRing(rows, stores).find(current)).isPresent();
        assertThat(vault.decrypt(key, face, HERE)).isEqualTo(FACE);
        assertThat(file).content().contains("database.password=stays").doesNotContain("key-encryption-key");
        assertThat(ConfiguredKey.of("", file)).isEmpty();
        folder.destroy(name);
    }

    @Test
    void keysOfVersionsBeforeAreOfTheFirstGeneration() {
        try (OldDatabase old = OldDatabase.at("280", source)) {
            old.jdbc()
                    .sql("insert into key_encryption_check (check_value, created_at) values ('\\x0506', now())")
                    .update();
            old.jdbc()
                    .sql("insert into data_key (id, purpose, wrapped_key, created_at)"
                            + " select gen_random_uuid(), 'subject', '\\x0708', now() from generate_series(1, 3)")
                    .update();
            old.upgrade();
            assertThat(old.jdbc()
                            .sql("select number || state || key_name || encode(check_value, 'hex')"
                                    + " from key_generation")
                            .query(String.class)
                            .list())
                    .containsExactly("1ACTIVEconfigured0506");
            assertThat(old.jdbc()
                            .sql("select count(*) from data_key where generation = 1 and wrapped_key = '\\x0708'")
                            .query(Long.class)
                            .single())
                    .isEqualTo(3);
        }
    }

    @Test
    void aMalformedConfiguredKeyIsRefusedWithoutBeingShown() {
        assertThatThrownBy(() -> new ConfiguredKey("c2hvcnQ=", null).bytes())
                .hasMessageContaining("must be 32 bytes")
                .hasMessageNotContaining("c2hvcnQ");
        assertThatThrownBy(() -> new ConfiguredKey("no base64!", null).bytes())
                .hasMessageContaining("not base64")
                .hasMessageNotContaining("no base64!");
    }

    @Test
    void peopleWhoAuditSeeGenerationsAndChangeThem() {
        TestClient auditor = session.as(Role.COMPLIANCE);
        int before = rows.current();
        assertThat(auditor.page("/keys").expect(200).text()).contains("Change now", "key folder");
        assertThat(auditor.form("/keys/change", Map.of()).expect(302).location())
                .isEqualTo("/keys");
        assertThat(auditor.page("/keys").text()).contains("Generation " + before + " is destroyed");
        var overview = auditor.get("/api/v1/keys").expect(200).json();
        assertThat(overview.at("/generations/0/number").asInt()).isEqualTo(before + 1);
        assertThat(overview.at("/generations/1/state").asString()).isEqualTo("DESTROYED");
        var renewal = auditor.post("/api/v1/keys/change").expect(200).json();
        assertThat(renewal.get("destroyed").asInt()).isEqualTo(before + 1);
        assertThat(session.as(Role.ADMIN)
                        .get("/api/v1/audit?action=keys.generation-started")
                        .text())
                .contains("\"kind\":\"USER\"");
        session.as(Role.DATA_OWNER).post("/api/v1/keys/change").expect(403);
    }

    private DataKeyId aKey() {
        return vault.createKey(ObjectOwner.upload(UUID.randomUUID()));
    }

    private FirstGeneration firstGeneration(KeyStores stores, Optional<ConfiguredKey> configured) {
        return new FirstGeneration(rows, new KeyRing(rows, stores), change, configured);
    }

    /// Whether it lived to see the end.
    private boolean changes(MortalSteps mortal) {
        try {
            var store = new KeyStores(List.of(mortal.of(folder)));
            new KeyChange(rows, keys, new KeyRing(rows, store), store, mortal.of(steps()), events, clock).run(false);
            return true;
        } catch (MortalSteps.Died died) {
            return false;
        }
    }

    private KeyChange ofAnotherServer() {
        var store = new KeyStores(List.of(folder));
        return new KeyChange(rows, keys, new KeyRing(rows, store), store, steps(), events, clock);
    }

    private TransactionTemplate steps() {
        TransactionTemplate each =
                new TransactionTemplate(Objects.requireNonNull(transactions.getTransactionManager()));
        each.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return each;
    }

    private boolean opens(DataKeyId id) {
        Wrapped row = keys.wrapped(id.value()).orElseThrow(() -> new KeyDestroyed(id));
        return opens(ring.get(row.getGeneration()), id, row.getWrappedKey());
    }

    /// Whether any key that is left opens these bytes.
    private boolean opensAnywhere(DataKeyId id, byte[] wrapped) {
        return folder.names().stream()
                .map(name -> folder.find(name, null).orElseThrow())
                .map(KeyEncryptionKey::of)
                .anyMatch(key -> opens(key, id, wrapped));
    }

    private static boolean opens(KeyEncryptionKey key, DataKeyId id, byte[] wrapped) {
        try {
            return key.unwrap(id, wrapped).length == KeyEncryptionKey.BYTES;
        } catch (CiphertextRefused other) {
            return false;
        }
    }
}
