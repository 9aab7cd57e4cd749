package dev.facewright.platform.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.platform.DatabaseOwner;
import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.DatasetProblem.ManifestDamaged;
import dev.facewright.platform.datasets.DatasetProblem.NotEnoughToSeal;
import dev.facewright.platform.datasets.DatasetProblem.WrongPurpose;
import dev.facewright.platform.datasets.VersionCatalog.VersionSubjectView;
import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectStore;
import dev.facewright.platform.storage.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@FacewrightTest
class SealingTest {
    private static final int CROP_BYTES = 112 * 112 * 3;

    private final Scene scene;
    private final Datasets datasets;
    private final VersionCatalog versions;
    private final ObjectStore store;
    private final JdbcClient jdbc;
    private final JdbcClient owner;

    SealingTest(
            Scene scene,
            Datasets datasets,
            VersionCatalog versions,
            ObjectStore store,
            JdbcClient jdbc,
            DataSource server) {
        this.scene = scene;
        this.datasets = datasets;
        this.versions = versions;
        this.store = store;
        this.jdbc = jdbc;
        this.owner = DatabaseOwner.of(server).jdbc();
    }

    @Test
    void aVersionHoldsEveryoneWithEnoughImagesAndReadsThemBack() {
        SubjectId alice = scene.someone();
        SubjectId bob = scene.someone();
        SubjectId once = scene.someone();
        DatasetId dataset = scene.datasetOf(alice, bob);
        datasets.add(dataset, once, Pictures.crop(Scene.seed(once)), null);
        DatasetVersionId id = scene.sealed(dataset);

        DatasetVersion version = datasets.version(id);
        assertThat(version.imageCount()).isEqualTo(6);
        assertThat(version.subjectCount()).isEqualTo(2);
        List<SubjectId> byLabel = versions.subjects(id, 0, 10).items().stream()
                .map(VersionSubjectView::subject)
                .toList();
        assertThat(byLabel).containsExactlyInAnyOrder(alice, bob);
        SealedCrops train = datasets.open(id, Split.TRAIN, Purpose.TRAINING);
        SealedCrops validation = datasets.open(id, Split.VALIDATION, Purpose.TRAINING);
        assertThat(train.size()).isEqualTo(4);
        assertThat(validation.size()).isEqualTo(2);
        Set<ImageId> images = new HashSet<>();
        for (SealedCrops crops : new SealedCrops[] {train, validation}) {
            for (int i = 0; i < crops.size(); i++) {
                images.add(crops.image(i));
                assertThat(byLabel.get(crops.label(i))).isEqualTo(crops.subject(i));
                byte[] pixels = new byte[CROP_BYTES];
                crops.read(i, pixels);
                assertThat(isOneOf(crops.subject(i), pixels)).isTrue();
            }
        }
        assertThat(images).hasSize(6);
    }

    @Test
    void theSameImagesAndSeedGiveTheSameSplit() {
        DatasetId dataset = scene.datasetOf(scene.someone(), scene.someone());
        SealedCrops first = datasets.open(scene.sealed(dataset), Split.TRAIN, Purpose.TRAINING);
        SealedCrops second = datasets.open(scene.sealed(dataset), Split.TRAIN, Purpose.TRAINING);
        for (int i = 0; i < first.size(); i++) {
            assertThat(second.image(i)).isEqualTo(first.image(i));
        }
    }

    @Test
    void numbersCountUpwards() {
        DatasetId dataset = scene.datasetOf(scene.someone(), scene.someone());
        assertThat(datasets.version(scene.sealed(dataset)).number()).isEqualTo(1);
        assertThat(datasets.version(scene.sealed(dataset)).number()).isEqualTo(2);
    }

    @Test
    void oneSubjectIsNotEnough() {
        DatasetId dataset = scene.datasetOf(scene.someone());
        assertThatThrownBy(() -> scene.sealed(dataset)).isInstanceOf(NotEnoughToSeal.class);
    }

    @Test
    void theManifestHasTheHashThatWasSealedAndNamesTheConsents() {
        SubjectId alice = scene.someone();
        DatasetVersionId id = scene.sealed(scene.datasetOf(alice, scene.someone()));
        byte[] manifest = bytes(id);
        assertThat(Sha256.hex(manifest)).isEqualTo(datasets.version(id).manifestHash());
        assertThat(new String(manifest, StandardCharsets.UTF_8))
                .startsWith("{\"format\":\"facewright-manifest-2\"")
                .contains(
                        "\"split\":\"VALIDATION\"",
                        "\"consents\":[\"" + scene.people().consentOf(alice) + "\"]");
    }

    @Test
    void aChangedManifestIsFoundOut() {
        DatasetVersionId id = scene.sealed(scene.datasetOf(scene.someone(), scene.someone()));
        String changed = new String(bytes(id), StandardCharsets.UTF_8).replace("VALIDATION", "TRAIN");
        store.put(manifestKey(id), changed.getBytes(StandardCharsets.UTF_8), "application/json");
        assertThatThrownBy(() -> versions.manifest(id)).isInstanceOf(ManifestDamaged.class);
        assertThatThrownBy(() -> datasets.open(id, Split.TRAIN, Purpose.TRAINING))
                .isInstanceOf(ManifestDamaged.class);
    }

    @Test
    void theDatabaseRefusesToChangeWhatIsSealed() {
        DatasetVersionId id = scene.sealed(scene.datasetOf(scene.someone(), scene.someone()));
        for (String change : new String[] {
            "update dataset_version set manifest_hash = repeat('0', 64) where id = ?",
            "update dataset_version set image_count = 1 where id = ?",
            "update dataset_version set seed = 9, status = 'REVOKED', revoked_at = now(), revocation_reason = 'x'"
                    + " where id = ?",
            "delete from dataset_version where id = ?",
            "update dataset_version_subject set label = label + 7 where version_id = ?",
            "delete from dataset_version_subject where version_id = ?"
        }) {
            assertThatThrownBy(() -> owner.sql(change).param(id.value()).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("A sealed dataset version can");
        }
    }

    @Test
    void aVersionIsUsableForItsOwnPurposeOnly() {
        DatasetVersionId id = scene.sealed(scene.datasetOf(scene.someone(), scene.someone()));
        datasets.requireUsable(id, Purpose.TRAINING);
        assertThatThrownBy(() -> datasets.requireUsable(id, Purpose.EVALUATION)).isInstanceOf(WrongPurpose.class);
        assertThat(datasets.sealedVersions(Purpose.TRAINING, "").items())
                .extracting(DatasetVersion::id)
                .contains(id);
        assertThat(datasets.sealedVersions(Purpose.EVALUATION, "").items())
                .extracting(DatasetVersion::id)
                .doesNotContain(id);
    }

    private byte[] bytes(DatasetVersionId id) {
        try (InputStream manifest = versions.manifest(id)) {
            return manifest.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectKey manifestKey(DatasetVersionId id) {
        return new ObjectKey(jdbc.sql("select manifest_key from dataset_version where id = ?")
                .param(id.value())
                .query(String.class)
                .single());
    }

    private static boolean isOneOf(SubjectId subject, byte[] pixels) {
        for (int i = 0; i < 3; i++) {
            if (java.util.Arrays.equals(
                    Pictures.noise(Scene.seed(subject) + i, 112, 112).pixels(), pixels)) {
                return true;
            }
        }
        return false;
    }
}
