package dev.facewright.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.kernel.ServerSettings;
import dev.facewright.platform.storage.keys.FileKeyStore;
import dev.facewright.platform.storage.keys.KeySettings;
import dev.facewright.platform.storage.keys.KeyStores;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// A change of generation with as many keys as a hundred thousand people have.
@Tag("slow")
@FacewrightTest
class ManyKeysTest {
    private static final Logger log = LoggerFactory.getLogger(ManyKeysTest.class);
    private static final int KEYS = 100_000;

    private final Vault vault;
    private final KeyGenerations generations;
    private final KeyGenerationRepository rows;
    private final DataKeyRepository keys;
    private final KeyRing ring;
    private final FileKeyStore folder;
    private final TransactionTemplate steps;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final JdbcTemplate jdbc;

    ManyKeysTest(
            Vault vault,
            KeyGenerations generations,
            KeyGenerationRepository rows,
            DataKeyRepository keys,
            KeyRing ring,
            KeySettings settings,
            ServerSettings server,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            Clock clock,
            JdbcTemplate jdbc) {
        this.vault = vault;
        this.generations = generations;
        this.rows = rows;
        this.keys = keys;
        this.ring = ring;
        this.folder = new FileKeyStore(settings.folderBeside(server.data()));
        this.steps = new TransactionTemplate(transactions);
        this.steps.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.events = events;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @Test
    void aHundredThousandKeysAreWrappedAnewInSecondsAndSurviveADeathAtAnyStep() {
        steps.executeWithoutResult(status -> insertKeys());
        assertThat(opened()).isGreaterThanOrEqualTo(KEYS);

        long start = System.nanoTime();
        Renewal renewal = generations.change();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        log.info("{} data keys were wrapped anew in {} ms", renewal.rewrapped(), took.toMillis());
        assertThat(renewal.rewrapped()).isGreaterThanOrEqualTo(KEYS);
        assertThat(took).isLessThan(Duration.ofMinutes(1));

        boolean lived = false;
        for (int dies = 1; !lived; dies = 2 * dies + 1) { // 1, 3, 7, ...: before, between and after many batches
            vault.destroy(vault.createKey(ObjectOwner.upload(UUID.randomUUID())));
            lived = changes(new MortalSteps(dies));
            assertThat(opened()).as("after " + dies + " steps").isGreaterThanOrEqualTo(KEYS);
            generations.renew();
            assertThat(opened()).as("gone on after " + dies + " steps").isGreaterThanOrEqualTo(KEYS);
        }
    }

    private void insertKeys() {
        KeyRing.Held current = ring.holdCurrent();
        List<Object[]> all = Stream.generate(DataKeyId::random)
                .limit(KEYS)
                .map(id -> new Object[] {
                    id.value(), current.key().wrap(id, new byte[KeyEncryptionKey.BYTES]), current.generation()
                })
                .toList();
        jdbc.batchUpdate(
                "insert into data_key (id, purpose, wrapped_key, generation, created_at)"
                        + " values (?, 'test', ?, ?, now())",
                all);
    }

    /// How many keys there are, each of which opens.
    private int opened() {
        int[] opened = {0};
        jdbc.query(
                "select id, wrapped_key, generation from data_key where purpose = 'test' and wrapped_key is not null",
                row -> {
                    ring.get(row.getInt(3)).unwrap(new DataKeyId(row.getObject(1, UUID.class)), row.getBytes(2));
                    opened[0]++;
                });
        return opened[0];
    }

    private boolean changes(MortalSteps mortal) {
        try {
            var store = new KeyStores(List.of(mortal.of(folder)));
            new KeyChange(rows, keys, new KeyRing(rows, store), store, mortal.of(steps), events, clock).run(false);
            return true;
        } catch (MortalSteps.Died died) {
            return false;
        }
    }
}
