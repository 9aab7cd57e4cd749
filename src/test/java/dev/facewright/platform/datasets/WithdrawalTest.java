package dev.facewright.platform.datasets;

import static dev.facewright.platform.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestClock;
import dev.facewright.platform.consent.ConsentId;
import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.ConsentProblem.SubjectBeingErased;
import dev.facewright.platform.consent.ExpiryNotice;
import dev.facewright.platform.consent.People;
import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.consent.SubjectStatus;
import dev.facewright.platform.consent.Subjects;
import dev.facewright.platform.datasets.DatasetContents.SubjectCoverage;
import dev.facewright.platform.datasets.DatasetProblem.DatasetVersionRevokedProblem;
import dev.facewright.platform.datasets.DatasetProblem.ImageNotFound;
import dev.facewright.platform.datasets.DatasetProblem.NotEnoughToSeal;
import dev.facewright.platform.datasets.DatasetVersion.VersionStatus;
import dev.facewright.platform.datasets.image.LapsedImages;
import dev.facewright.platform.storage.DataKeyId;
import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectStore;
import dev.facewright.platform.storage.StorageProblem.KeyDestroyed;
import dev.facewright.platform.storage.Vault;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@FacewrightTest
class WithdrawalTest {
    private final Scene scene;
    private final Datasets datasets;
    private final DatasetCatalog catalog;
    private final ImageCatalog images;
    private final VersionCatalog versions;
    private final ConsentLedger ledger;
    private final Subjects subjects;
    private final ObjectStore store;
    private final Vault vault;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final TestClock clock;
    private final ExpiryNotice expiry;
    private final LapsedImages lapsed;

    WithdrawalTest(
            Scene scene,
            Datasets datasets,
            DatasetCatalog catalog,
            ImageCatalog images,
            VersionCatalog versions,
            ConsentLedger ledger,
            Subjects subjects,
            ObjectStore store,
            Vault vault,
            JdbcClient jdbc,
            TransactionOperations transactions,
            TestClock clock,
            ExpiryNotice expiry,
            LapsedImages lapsed) {
        this.scene = scene;
        this.datasets = datasets;
        this.catalog = catalog;
        this.images = images;
        this.versions = versions;
        this.ledger = ledger;
        this.subjects = subjects;
        this.store = store;
        this.vault = vault;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        this.expiry = expiry;
        this.lapsed = lapsed;
    }

    @Test
    void withdrawingHidesTheImagesAtOnce() {
        SubjectId alice = stillEvaluated(scene.someone());
        SubjectId bob = scene.someone();
        DatasetId dataset = scene.datasetOf(alice, bob);
        ImageId ofAlice =
                catalog.images(dataset, alice, 0, 10).items().getFirst().id();
        DatasetVersionId version = scene.sealed(dataset);
        SealedCrops open = datasets.open(version, Split.TRAIN, Purpose.TRAINING);

        scene.people().withdraws(alice);

        assertThat(catalog.get(dataset).images()).isEqualTo(3);
        assertThat(catalog.coverage(dataset, 0, 10))
                .extracting(SubjectCoverage::subject)
                .containsExactly(bob);
        assertThat(catalog.images(dataset, null, 0, 10).items())
                .extracting(ImageView::subject)
                .containsOnly(bob);
        assertThat(catalog.images(dataset, alice, 0, 10).items()).isEmpty();
        assertThatThrownBy(() -> images.crop(dataset, ofAlice)).isInstanceOf(ImageNotFound.class);
        assertThatThrownBy(() -> images.content(dataset, ofAlice)).isInstanceOf(ImageNotFound.class);
        assertThatThrownBy(() -> versions.manifest(version)).isInstanceOf(DatasetVersionRevokedProblem.class);
        assertThatThrownBy(() -> readAll(open)).isInstanceOf(DatasetVersionRevokedProblem.class);
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> datasets.lockUsable(version)))
                .isInstanceOf(DatasetVersionRevokedProblem.class);
    }

    @Test
    void withdrawingRevokesTheVersionsWithThatPersonAndNoOthers() {
        SubjectId alice = stillEvaluated(scene.someone());
        SubjectId bob = scene.someone();
        SubjectId carol = scene.someone();
        DatasetVersionId withAlice = scene.sealed(scene.datasetOf(alice, bob));
        DatasetVersionId without = scene.sealed(scene.datasetOf(bob, carol));
        assertThat(datasets.versionsWith(alice)).containsExactly(withAlice);

        scene.people().withdraws(alice);

        eventually(() -> assertThat(datasets.version(withAlice).status()).isEqualTo(VersionStatus.REVOKED));
        assertThat(datasets.version(withAlice).revocationReason()).isEqualTo("consent-withdrawn");
        assertThatThrownBy(() -> datasets.requireUsable(withAlice, Purpose.TRAINING))
                .isInstanceOf(DatasetVersionRevokedProblem.class);
        datasets.requireUsable(without, Purpose.TRAINING);
        assertThat(ledger.live(alice, Purpose.EVALUATION)).isTrue();
        assertThat(subjects.get(alice).status()).isEqualTo(SubjectStatus.LIVE);
    }

    @Test
    void whoAgreesToNothingAnyMoreIsErased() {
        SubjectId alice = scene.someone();
        DatasetId dataset = scene.datasetOf(alice, scene.someone());
        DatasetVersionId version = scene.sealed(dataset);
        String code = scene.people().codeOf(alice);
        DataKeyId key = ledger.keyOf(alice);
        byte[] cipher = vault.encrypt(key, new byte[] {1}, new byte[0]);
        List<String> objects = objectsOf(alice);
        String manifest = jdbc.sql("select manifest_key from dataset_version where id = ?")
                .param(version.value())
                .query(String.class)
                .single();
        assertThat(objects).hasSize(6 + 1).allMatch(each -> store.exists(new ObjectKey(each)));

        scene.people().withdraws(alice);

        eventually(() -> assertThat(subjects.get(alice).status()).isEqualTo(SubjectStatus.ERASED));
        assertThat(objects).noneMatch(each -> store.exists(new ObjectKey(each)));
        assertThat(store.exists(new ObjectKey(manifest))).isFalse();
        assertThatThrownBy(() -> vault.decrypt(key, cipher, new byte[0])).isInstanceOf(KeyDestroyed.class);
        assertThat(jdbc.sql("select count(*) from dataset_image where subject_id = ? and erased_at is not null"
                                + " and content_hash is null and crop_hash is null")
                        .param(alice.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        assertThat(ledger.byCode(code)).isEmpty();
        assertThat(subjects.get(alice).consents()).allMatch(consent -> consent.evidence() == null);
        assertThatThrownBy(() -> ledger.grant(alice, scene.people().consent(EnumSet.of(Purpose.TRAINING), null)))
                .isInstanceOf(SubjectBeingErased.class);
    }

    @Test
    void aConsentThatRanOutEndsLikeAWithdrawnOne() {
        SubjectId alice = scene.people().whoAgreesFor(Duration.ofHours(1), EnumSet.of(Purpose.TRAINING));
        DatasetVersionId version = scene.sealed(scene.datasetOf(alice, scene.someone()));
        clock.advance(Duration.ofHours(1));
        assertThatThrownBy(() -> datasets.requireUsable(version, Purpose.TRAINING))
                .isInstanceOf(DatasetVersionRevokedProblem.class);
        expiry.now();
        eventually(
                () -> assertThat(datasets.version(version).revocationReason()).isEqualTo("consent-expired"));
    }

    @Test
    void imagesGoWithThePurposeTheyWereTakenFor() {
        SubjectId alice = scene.someone();
        ConsentId toEvaluate = scene.people().alsoAgrees(alice, EnumSet.of(Purpose.EVALUATION));
        DatasetId training = scene.datasetOf(alice, scene.someone());
        DatasetId evaluating = datasets.create("kept " + alice, Purpose.EVALUATION, "");
        ImageId kept = datasets.add(evaluating, alice, Pictures.crop(31), null).id();
        List<String> objects = objectsIn(training, alice);
        assertThat(objects).hasSize(6);

        scene.people().withdraws(alice);

        eventually(() -> assertThat(objectsIn(training, alice)).isEmpty());
        assertThat(objects).noneMatch(each -> store.exists(new ObjectKey(each)));
        assertThat(images.crop(evaluating, kept).content()).isNotEmpty();
        assertThat(subjects.get(alice).status()).isEqualTo(SubjectStatus.LIVE);
        assertThat(ledger.live(alice, Purpose.EVALUATION)).isTrue();
        assertThat(subjects.consent(alice, toEvaluate).state().name()).isEqualTo("LIVE");
    }

    @Test
    void aLaterConsentBringsNoImageBack() {
        SubjectId alice = scene.someone();
        DatasetId dataset = scene.datasetOf(alice, scene.someone());
        ImageId before =
                catalog.images(dataset, alice, 0, 10).items().getFirst().id();
        People.withdrawsUnheard(jdbc, alice);

        scene.people().alsoAgrees(alice, EnumSet.of(Purpose.TRAINING));

        assertThatThrownBy(() -> images.crop(dataset, before)).isInstanceOf(ImageNotFound.class);
        assertThat(catalog.images(dataset, alice, 0, 10).items()).isEmpty();
        assertThat(catalog.get(dataset).images()).isEqualTo(3);
        assertThatThrownBy(() -> scene.sealed(dataset)).isInstanceOf(NotEnoughToSeal.class);
        for (int i = 0; i < 2; i++) { // the same pictures, now agreed to
            assertThat(datasets.add(dataset, alice, Pictures.crop(Scene.seed(alice) + i), null)
                            .duplicate())
                    .isFalse();
        }
        assertThat(objectsIn(dataset, alice)).hasSize(2 * 2);
        assertThat(catalog.get(dataset).images()).isEqualTo(5);
        datasets.requireUsable(scene.sealed(dataset), Purpose.TRAINING);
    }

    @Test
    void aConsentRenewedInTimeKeepsTheImages() {
        SubjectId alice = scene.someone();
        DatasetId dataset = scene.datasetOf(alice, scene.someone());
        scene.people().alsoAgrees(alice, EnumSet.of(Purpose.TRAINING));
        scene.people().withdraws(alice);
        lapsed.eraseOf(alice);
        assertThat(catalog.images(dataset, alice, 0, 10).items()).hasSize(3);
        datasets.requireUsable(scene.sealed(dataset), Purpose.TRAINING);
    }

    /// It keeps the bytes and opens nothing.
    @Test
    void aLegalHoldKeepsImagesThatAreNotShownAnyMore() {
        SubjectId alice = scene.someone();
        DatasetId dataset = scene.datasetOf(alice, scene.someone());
        ImageId image = catalog.images(dataset, alice, 0, 10).items().getFirst().id();
        jdbc.sql("insert into legal_hold select gen_random_uuid(), 'SUBJECT', ?, 'audit', current_date + 9, id, now()"
                        + " from account limit 1")
                .param(alice.value())
                .update();
        People.withdrawsUnheard(jdbc, alice);

        lapsed.eraseOf(alice);

        assertThat(objectsIn(dataset, alice)).hasSize(6).allMatch(each -> store.exists(new ObjectKey(each)));
        assertThatThrownBy(() -> images.crop(dataset, image)).isInstanceOf(ImageNotFound.class);
    }

    private List<String> objectsIn(DatasetId dataset, SubjectId subject) {
        return jdbc.sql("select content_key from dataset_image where subject_id = :id and dataset_id = :dataset"
                        + " and erased_at is null union all select crop_key from dataset_image"
                        + " where subject_id = :id and dataset_id = :dataset and erased_at is null")
                .param("id", subject.value())
                .param("dataset", dataset.value())
                .query(String.class)
                .list();
    }

    private SubjectId stillEvaluated(SubjectId subject) {
        ledger.grant(subject, scene.people().consent(EnumSet.of(Purpose.EVALUATION), null));
        return subject;
    }

    private List<String> objectsOf(SubjectId subject) {
        return jdbc.sql("select content_key from dataset_image where subject_id = :id union all"
                        + " select crop_key from dataset_image where subject_id = :id union all"
                        + " select object_key from consent_evidence e join consent c on c.id = e.consent_id"
                        + " where c.subject_id = :id")
                .param("id", subject.value())
                .query(String.class)
                .list();
    }

    private static void readAll(SealedCrops crops) {
        byte[] pixels = new byte[112 * 112 * 3];
        for (int i = 0; i < crops.size(); i++) {
            crops.read(i, pixels);
        }
    }
}
