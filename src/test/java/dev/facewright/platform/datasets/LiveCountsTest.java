package dev.facewright.platform.datasets;

import static dev.facewright.platform.Eventually.eventually;
import static dev.facewright.platform.consent.People.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestClock;
import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.NewSubject;
import dev.facewright.platform.consent.People;
import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.DatasetContents.CoverageBand;
import dev.facewright.platform.datasets.DatasetContents.SubjectCoverage;
import dev.facewright.platform.datasets.DatasetProblem.ImageNotAccepted;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// What a dataset is said to hold of people who consent is what their consents say, whoever writes at once.
@FacewrightTest
class LiveCountsTest {
    private static final ExecutorService OTHERS = Executors.newVirtualThreadPerTaskExecutor();

    private static final String ADD = """
            insert into dataset_image (id, dataset_id, subject_id, content_hash, content_key, content_type, crop_hash,
                crop_key, width, height, alignment, added_at, consent_id, consented_at)
            select gen_random_uuid(), dataset_id, :subject, repeat(md5(cast(:subject as text)), 2), content_key, content_type,
                crop_hash, crop_key, width, height, alignment, added_at,
                (select id from consent where subject_id = :subject limit 1),
                (select recorded_at from consent where subject_id = :subject limit 1)
            from dataset_image where dataset_id = :dataset limit 1
            """;

    private final Scene scene;
    private final Datasets datasets;
    private final DatasetCatalog catalog;
    private final ConsentLedger ledger;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    LiveCountsTest(
            Scene scene,
            Datasets datasets,
            DatasetCatalog catalog,
            ConsentLedger ledger,
            TestClock clock,
            JdbcClient jdbc,
            TransactionOperations transactions) {
        this.scene = scene;
        this.datasets = datasets;
        this.catalog = catalog;
        this.ledger = ledger;
        this.clock = clock;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @AfterAll
    static void end() {
        OTHERS.close();
    }

    @Test
    void consentThatRunsOutLeavesEveryNumberAtThatMoment() {
        SubjectId alice = scene.someone();
        SubjectId bob = scene.people().whoAgreesFor(Duration.ofMinutes(5), to(Purpose.TRAINING));
        DatasetId dataset = scene.datasetOf(alice, bob);
        assertThat(catalog.get(dataset).images()).isEqualTo(6);
        ledger.grant(bob, scene.people().consent(to(Purpose.EVALUATION), null)); // so that nothing is erased

        clock.advance(Duration.ofMinutes(6));

        assertThat(catalog.get(dataset)).satisfies(summary -> {
            assertThat(summary.images()).isEqualTo(3);
            assertThat(summary.subjects()).isEqualTo(1);
        });
        assertThat(catalog.contents(dataset, null, 0, 10).bands()).containsExactly(new CoverageBand(3, 1));
        assertThat(catalog.coverage(dataset, 0, 10))
                .extracting(SubjectCoverage::subject)
                .containsExactly(alice);
        assertThat(catalog.coverage(dataset, bob)).isEmpty();
        assertThat(catalog.images(dataset, null, 0, 10).items())
                .extracting(ImageView::subject)
                .containsOnly(alice);
    }

    @Test
    void whoeverAgreesAgainIsNotCountedForWhatWasTakenBefore() {
        SubjectId alice = scene.someone();
        DatasetId dataset = scene.datasetOf(alice);
        ledger.grant(alice, scene.people().consent(to(Purpose.EVALUATION), null));
        scene.people().withdraws(alice);
        assertThat(catalog.get(dataset).images()).isZero();
        scene.people().alsoAgrees(alice, to(Purpose.TRAINING));
        assertThat(catalog.get(dataset).images()).isZero();
        assertThat(catalog.images(dataset, null, 0, 10).items()).isEmpty();
        datasets.add(dataset, alice, Pictures.crop(7_000), null);
        assertThat(catalog.get(dataset).images()).isEqualTo(1);
        assertThat(catalog.images(dataset, null, 0, 10).items()).hasSize(1);
    }

    @Test
    void aWithdrawalFindsAnImageThatIsBeingAdded() {
        SubjectId alice = scene.someone();
        DatasetId dataset = scene.datasetOf(scene.someone());
        CompletableFuture<Void> withdrawal = transactions.execute(status -> {
            add(dataset, alice);
            return meanwhile(() -> withdraw(alice));
        });
        withdrawal.join();
        assertThat(notAsConsentsSay()).isZero();
        assertThat(catalog.coverage(dataset, alice)).isEmpty();
    }

    @Test
    void anImageThatIsAddedFindsAWithdrawal() {
        SubjectId alice = scene.someone();
        DatasetId dataset = scene.datasetOf(scene.someone());
        CompletableFuture<Void> addition = transactions.execute(status -> {
            withdraw(alice);
            return meanwhile(() -> add(dataset, alice));
        });
        addition.join();
        assertThat(notAsConsentsSay()).isZero();
        assertThat(catalog.coverage(dataset, alice)).isEmpty();
    }

    @Test
    void manyWhoAddWhileOthersWithdrawAndAgreeLeaveWhatConsentsSay() {
        List<SubjectId> people = IntStream.range(0, 4)
                .mapToObj(i -> ledger.register(new NewSubject(
                        People.anyCode(), scene.people().consent(to(Purpose.TRAINING, Purpose.EVALUATION), null))))
                .toList();
        people.forEach(each -> scene.people().alsoAgrees(each, to(Purpose.CALIBRATION)));
        DatasetId dataset = scene.datasetOf(people.toArray(SubjectId[]::new));
        CompletableFuture.allOf(IntStream.range(0, 24)
                        .mapToObj(i -> others(() -> change(dataset, people.get(i % 4), i)))
                        .toArray(CompletableFuture[]::new))
                .join();
        assertThat(notAsConsentsSay()).isZero();
    }

    private void change(DatasetId dataset, SubjectId subject, int number) {
        switch (number / 4) {
            case 0 -> scene.people().withdraws(subject);
            case 1, 2 -> scene.people().alsoAgrees(subject, to(Purpose.TRAINING));
            default -> {
                try {
                    datasets.add(dataset, subject, Pictures.crop(4_000 + number), null);
                } catch (ImageNotAccepted withoutConsent) {
                    assertThat(withoutConsent).isNotNull();
                }
            }
        }
    }

    @Test
    void whatADatasetIsForCannotBeChanged() {
        DatasetId dataset = scene.dataset();
        assertThatThrownBy(() -> jdbc.sql("update dataset set purpose = 'EVALUATION' where id = ?")
                        .param(dataset.value())
                        .update())
                .hasMessageContaining("cannot be changed");
    }

    /// By someone else, who has to wait for this transaction or is done before it.
    private CompletableFuture<Void> meanwhile(Runnable work) {
        CompletableFuture<Void> done = others(work);
        eventually(() -> assertThat(done.isDone() || someoneWaits()).isTrue());
        return done;
    }

    private static CompletableFuture<Void> others(Runnable work) {
        return CompletableFuture.runAsync(work, OTHERS);
    }

    private boolean someoneWaits() {
        return jdbc.sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    private void add(DatasetId dataset, SubjectId subject) {
        jdbc.sql(ADD)
                .param("dataset", dataset.value())
                .param("subject", subject.value())
                .update();
    }

    private void withdraw(SubjectId subject) {
        People.withdrawsUnheard(jdbc, subject);
    }

    private int notAsConsentsSay() {
        return jdbc.sql("select count(*) from dataset_subject s join dataset d on d.id = s.dataset_id"
                        + " left join consent_term t on t.subject_id = s.subject_id and t.purpose = d.purpose"
                        + " where s.live_until <> coalesce(t.live_until, '-infinity')")
                .query(Integer.class)
                .single();
    }
}
