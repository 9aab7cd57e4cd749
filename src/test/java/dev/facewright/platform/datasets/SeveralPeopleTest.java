package dev.facewright.platform.datasets;

import static dev.facewright.platform.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.ml.detect.DetectedFace;
import dev.facewright.ml.image.FaceAligner;
import dev.facewright.ml.image.ImageDecoder;
import dev.facewright.ml.image.ImageLimits;
import dev.facewright.ml.image.Landmarks5;
import dev.facewright.ml.image.RgbImage;
import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestClock;
import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.ConsentProblem.NoLiveConsent;
import dev.facewright.platform.consent.People;
import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.consent.SubjectStatus;
import dev.facewright.platform.consent.Subjects;
import dev.facewright.platform.datasets.DatasetProblem.DatasetVersionRevokedProblem;
import dev.facewright.platform.datasets.DatasetProblem.ImageNotFound;
import dev.facewright.platform.datasets.DatasetVersion.VersionStatus;
import dev.facewright.platform.datasets.image.ImageIntake;
import dev.facewright.platform.datasets.image.ImageRow.Origin;
import dev.facewright.platform.datasets.image.Intake;
import dev.facewright.platform.datasets.image.SightedIntake;
import dev.facewright.platform.datasets.upload.SightedUpload;
import dev.facewright.platform.storage.JointKey;
import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectOwner;
import dev.facewright.platform.storage.ObjectStore;
import dev.facewright.platform.storage.ObjectStore.ListedObject;
import dev.facewright.platform.storage.StorageProblem;
import dev.facewright.platform.storage.StorageProblem.KeyDestroyed;
import dev.facewright.platform.storage.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Pictures with more than one person on them: taken only if everyone consents, and gone with the first who leaves.
@FacewrightTest
class SeveralPeopleTest {
    private static final int RED = 0;
    private static final int GREEN = 1;
    private static final int BLUE = 2;

    private final Scene scene;
    private final SightedIntake sighted;
    private final SightedUpload sightedUpload;
    private final ImageIntake intake;
    private final Datasets datasets;
    private final DatasetCatalog catalog;
    private final ImageCatalog images;
    private final UploadCatalog uploads;
    private final ConsentLedger ledger;
    private final Subjects subjects;
    private final Vault vault;
    private final ObjectStore store;
    private final JdbcClient jdbc;
    private final TestClock clock;

    SeveralPeopleTest(
            Scene scene,
            SightedIntake sighted,
            SightedUpload sightedUpload,
            Datasets datasets,
            DatasetCatalog catalog,
            ImageCatalog images,
            UploadCatalog uploads,
            ConsentLedger ledger,
            Subjects subjects,
            Vault vault,
            ObjectStore store,
            JdbcClient jdbc,
            TestClock clock) {
        this.scene = scene;
        this.sighted = sighted;
        this.sightedUpload = sightedUpload;
        this.intake = sighted.with(new Marks());
        this.datasets = datasets;
        this.catalog = catalog;
        this.images = images;
        this.uploads = uploads;
        this.ledger = ledger;
        this.subjects = subjects;
        this.vault = vault;
        this.store = store;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Test
    void aPictureOfTwoUnderOneConsentIsRefused() {
        SubjectId alice = scene.someone();
        DatasetId dataset = scene.dataset();

        assertThat(offer(dataset, Offer.alone(alice, Marks.png(1, RED, GREEN), null)))
                .isEqualTo(new Intake.NotTaken(RefusalReason.SEVERAL_FACES));
        assertThat(offer(dataset, Offer.alone(alice, Marks.png(1, RED, GREEN), landmarksOfTheFirst())))
                .as("with landmarks")
                .isEqualTo(new Intake.NotTaken(RefusalReason.SEVERAL_FACES));
        assertThat(offer(dataset, Offer.alone(alice, Marks.png(1, GREEN), landmarksElsewhere())))
                .as("with landmarks of a face that was not found, beside one that was")
                .isEqualTo(new Intake.NotTaken(RefusalReason.SEVERAL_FACES));

        assertThat(catalog.get(dataset).images()).isZero();
        assertThat(taken(dataset, Offer.alone(alice, Marks.png(1, RED), null)).faces())
                .isEqualTo(1);
    }

    @Test
    void whoIsOnAPictureHasToBeSaidInAWayThatMakesSense() {
        SubjectId alice = scene.someone();
        SubjectId bob = scene.someone();
        SubjectId evaluated = scene.people().whoAgrees(People.to(Purpose.EVALUATION));
        DatasetId dataset = scene.dataset();
        byte[] two = Marks.png(2, RED, GREEN);

        refused(RefusalReason.BAD_PEOPLE, dataset, new Offer(alice, List.of(bob), two, null));
        refused(RefusalReason.BAD_PEOPLE, dataset, new Offer(alice, List.of(alice, alice), two, null));
        refused(RefusalReason.OTHER_WITHOUT_CONSENT, dataset, new Offer(alice, List.of(alice, evaluated), two, null));
        refused(RefusalReason.NO_LIVE_CONSENT, dataset, new Offer(evaluated, List.of(alice, evaluated), two, null));
        refused(
                RefusalReason.FACES_DIFFER,
                dataset,
                new Offer(alice, List.of(alice, bob), Marks.png(2, RED, GREEN, BLUE), null));
        refused(RefusalReason.BAD_LANDMARKS, dataset, new Offer(bob, List.of(alice, bob), two, landmarksOfTheFirst()));
        assertThatThrownBy(() -> datasets.add(dataset, new Offer(alice, List.of(alice, bob), two, null)))
                .as("a server that cannot count")
                .isInstanceOfSatisfying(
                        DatasetProblem.ImageNotAccepted.class,
                        refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.NO_DETECTOR));
        assertThat(catalog.get(dataset).images()).isZero();
    }

    @Test
    void eachGetsAnImageOfTheirOwnOnWhichNothingIsLeftOfTheOthersFace() {
        SubjectId alice = scene.someone();
        SubjectId bob = scene.someone();
        DatasetId dataset = scene.dataset();

        ImageView ofAlice = taken(dataset, new Offer(alice, List.of(alice, bob), Marks.png(3, RED, GREEN), null));
        ImageView ofBob = only(dataset, bob);

        assertThat(List.of(ofAlice.faces(), ofBob.faces())).containsOnly(2);
        assertThat(Marks.pixels(picture(dataset, ofAlice), RED)).isEqualTo(Marks.SIDE * Marks.SIDE);
        assertThat(Marks.pixels(picture(dataset, ofAlice), GREEN)).isZero();
        assertThat(Marks.pixels(picture(dataset, ofBob), RED)).isZero();
        assertThat(Marks.pixels(picture(dataset, ofBob), GREEN)).isEqualTo(Marks.SIDE * Marks.SIDE);
        assertThat(Marks.pixels(crop(dataset, ofAlice), RED)).isGreaterThan(10_000);
        assertThat(Marks.pixels(crop(dataset, ofBob), GREEN)).isGreaterThan(10_000);
    }

    @Test
    void theSamePictureAgainAddsNothingWhoeverOffersIt() {
        SubjectId alice = scene.someone();
        SubjectId bob = scene.someone();
        SubjectId carol = scene.someone();
        DatasetId dataset = scene.dataset();
        byte[] two = Marks.png(4, RED, GREEN);
        var first = offer(dataset, new Offer(alice, List.of(alice, bob), two, null));
        assertThat(first).isInstanceOf(Intake.Accepted.class);

        assertThat(offer(dataset, new Offer(bob, List.of(alice, bob), two, null)))
                .isEqualTo(new Intake.Duplicate(only(dataset, bob).id()));
        assertThat(offer(dataset, new Offer(alice, List.of(bob, alice), two, null)))
                .as("the other way round")
                .isEqualTo(new Intake.Duplicate(only(dataset, alice).id()));
        refused(RefusalReason.OTHER_SUBJECT_HAS_IT, dataset, new Offer(carol, List.of(carol, bob), two, null));
        refused(RefusalReason.OTHER_SUBJECT_HAS_IT, dataset, Offer.alone(alice, two, null));
        assertThat(catalog.get(dataset).images()).isEqualTo(2);
    }

    @Test
    void whenOneWithdrawsTheImagesOfBothAreClosedAtOnce() {
        SubjectId alice = scene.someone();
        SubjectId bob = stillEvaluated(scene.someone());
        DatasetId dataset = scene.datasetOf(alice);
        ImageView shared = taken(dataset, new Offer(alice, List.of(alice, bob), Marks.png(5, RED, GREEN), null));
        assertThat(catalog.get(dataset).images()).isEqualTo(3 + 2);

        scene.people().withdraws(bob);

        assertThatThrownBy(() -> images.crop(dataset, shared.id())).isInstanceOf(ImageNotFound.class);
        assertThatThrownBy(() -> images.content(dataset, shared.id())).isInstanceOf(ImageNotFound.class);
        assertThatThrownBy(() -> images.get(dataset, shared.id())).isInstanceOf(ImageNotFound.class);
        assertThat(catalog.get(dataset).images()).isEqualTo(3);
        assertThat(catalog.coverage(dataset, alice).orElseThrow().images()).isEqualTo(3);
        assertThat(catalog.images(dataset, alice, 0, 10).items())
                .hasSize(3)
                .extracting(ImageView::id)
                .doesNotContain(shared.id());
        assertThat(catalog.contents(dataset, null, 0, 10).images().items()).hasSize(3);
        assertThat(catalog.coverage(dataset, bob)).isEmpty();
    }

    @Test
    void whenOnesTimeRunsOutTheOthersImageIsClosedByTheClock() {
        SubjectId alice = scene.someone();
        SubjectId bob = scene.people().whoAgreesFor(Duration.ofHours(1), People.to(Purpose.TRAINING));
        DatasetId dataset = scene.dataset();
        ImageView shared = taken(dataset, new Offer(alice, List.of(alice, bob), Marks.png(6, RED, GREEN), null));
        clock.advance(Duration.ofMinutes(59));
        assertThat(images.crop(dataset, shared.id()).content()).isNotEmpty();

        clock.advance(Duration.ofMinutes(1));

        assertThatThrownBy(() -> images.crop(dataset, shared.id())).isInstanceOf(ImageNotFound.class);
        assertThat(catalog.get(dataset).images()).isZero();
        assertThat(catalog.images(dataset, null, 0, 10).items()).isEmpty();
    }

    @Test
    void aLaterConsentOfTheOtherOpensNothingOfIt() {
        SubjectId alice = scene.someone();
        SubjectId bob = scene.someone();
        DatasetId dataset = scene.datasetOf(alice);
        ImageView shared = taken(dataset, new Offer(alice, List.of(alice, bob), Marks.png(8, RED, GREEN), null));
        People.withdrawsUnheard(jdbc, bob);

        scene.people().alsoAgrees(bob, People.to(Purpose.TRAINING));

        assertThatThrownBy(() -> images.crop(dataset, shared.id())).isInstanceOf(ImageNotFound.class);
        assertThat(catalog.get(dataset).images()).isEqualTo(3);
        assertThat(catalog.images(dataset, null, 0, 10).items()).hasSize(3);
    }

    @Test
    void whoeverIsErasedTakesTheSharedImagesAlongAndTheirKeyCannotBeDerived() {
        SubjectId alice = scene.someone();
        SubjectId bob = scene.someone();
        DatasetId dataset = scene.datasetOf(alice);
        ImageView shared = taken(dataset, new Offer(alice, List.of(alice, bob), Marks.png(7, RED, GREEN), null));
        ObjectKey object = new ObjectKey(jdbc.sql("select crop_key from dataset_image where id = ?")
                .param(shared.id().value())
                .query(String.class)
                .single());
        byte[] cipher = store.get(object);
        byte[] context = ("CROP:" + shared.id()).getBytes(StandardCharsets.UTF_8);
        JointKey both = JointKey.of(ledger.keysOf(Set.of(alice, bob)).values());
        assertThat(vault.decrypt(both, cipher, context)).isNotEmpty();
        assertThatThrownBy(() -> vault.decrypt(JointKey.of(ledger.keyOf(alice)), cipher, context))
                .as("with one key alone")
                .isInstanceOf(StorageProblem.CiphertextRefused.class);

        scene.people().withdraws(bob);

        eventually(() -> assertThat(subjects.get(bob).status()).isEqualTo(SubjectStatus.ERASED));
        assertThat(store.exists(object)).isFalse();
        assertThatThrownBy(() -> vault.decrypt(both, cipher, context)).isInstanceOf(KeyDestroyed.class);
        assertThat(jdbc.sql("select count(*) from dataset_image where id = ? and erased_at is not null"
                                + " and num_nonnulls(content_hash, crop_hash, picture_hash, faces) = 0")
                        .param(shared.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(catalog.coverage(dataset, alice).orElseThrow().images()).isEqualTo(3);
        assertThat(subjects.get(alice).status()).isEqualTo(SubjectStatus.LIVE);
    }

    @Test
    void aVersionRestsOnEveryoneOnItsImagesWhetherTheyHaveALabelOrNot() {
        SubjectId alice = scene.someone();
        SubjectId bob = scene.someone();
        SubjectId once = stillEvaluated(scene.someone());
        DatasetId dataset = scene.datasetOf(alice, bob);
        taken(dataset, new Offer(alice, List.of(alice, once), Marks.png(8, RED, GREEN), null));
        DatasetVersionId version = scene.sealed(dataset);
        assertThat(datasets.version(version).subjectCount()).isEqualTo(2);
        assertThat(datasets.version(version).imageCount()).isEqualTo(7);
        assertThat(datasets.version(version).uncountedImages()).isEqualTo(6);
        SealedCrops train = datasets.open(version, Split.TRAIN, Purpose.TRAINING);
        readAll(train);

        scene.people().withdraws(once);

        assertThatThrownBy(() -> datasets.requireUsable(version, Purpose.TRAINING))
                .isInstanceOfAny(NoLiveConsent.class, DatasetVersionRevokedProblem.class);
        assertThatThrownBy(() -> {
                    readAll(train);
                    readAll(datasets.open(version, Split.VALIDATION, Purpose.TRAINING));
                })
                .isInstanceOfAny(NoLiveConsent.class, DatasetVersionRevokedProblem.class);
        eventually(() -> assertThat(datasets.version(version).status()).isEqualTo(VersionStatus.REVOKED));
        assertThat(datasets.versionsWith(once)).containsExactly(version);
        assertThat(datasets.version(scene.sealed(dataset)).imageCount())
                .as("sealed anew, without the shared image")
                .isEqualTo(6);
    }

    @Test
    void whoWithdrawsWhileThePictureIsTakenInIsNotInIt() {
        SubjectId alice = scene.someone();
        SubjectId bob = stillEvaluated(scene.someone());
        DatasetId dataset = scene.dataset();
        ImageIntake slow = sighted.with(new Marks() {
            @Override
            public List<DetectedFace> detect(RgbImage image) {
                scene.people().withdraws(bob);
                return super.detect(image);
            }
        });

        Intake outcome = slow.take(
                catalog.dataset(dataset),
                new Offer(alice, List.of(alice, bob), Marks.png(9, RED, GREEN), null),
                Origin.SINGLE);

        assertThat(outcome).isEqualTo(new Intake.NotTaken(RefusalReason.NO_LIVE_CONSENT));
        assertThat(jdbc.sql("select count(*) from dataset_image where dataset_id = ?")
                        .param(dataset.value())
                        .query(Integer.class)
                        .single())
                .isZero();
        for (SubjectId person : List.of(alice, bob)) {
            try (Stream<ListedObject> left = store.list(ObjectOwner.subject(person.value()))) {
                assertThat(left.filter(each -> each.key().value().contains("/images/")))
                        .isEmpty();
            }
        }
    }

    @Test
    void anArchiveSaysInASheetWhoIsOnItsPictures() {
        SubjectId alice = scene.someone();
        SubjectId bob = scene.someone();
        String code = scene.people().codeOf(alice);
        String other = scene.people().codeOf(bob);
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : List.of("a", "b", "c", "d")) {
            files.put(code + "/" + name + ".png", Marks.png(10 + name.charAt(0), RED, GREEN));
        }
        files.put(
                "people.csv",
                ("path,people from left to right\n"
                                + code + "/a.png," + code + "," + other + "\n"
                                + code + "/b.png," + code + ",nobody-known\n"
                                + code + "/c.png\n"
                                + code + "/d.png," + other + "," + other + "\n")
                        .getBytes(StandardCharsets.UTF_8));
        DatasetId blind = scene.dataset();
        UploadView upload = scene.uploaded(blind, Pictures.zip(files));
        assertThat(upload.total()).isEqualTo(upload.refused()).isEqualTo(4);
        assertThat(uploads.reasons(upload.id()))
                .containsOnly(
                        Map.entry(RefusalReason.NO_DETECTOR, 1),
                        Map.entry(RefusalReason.UNKNOWN_OTHER, 1),
                        Map.entry(RefusalReason.BAD_PEOPLE, 2));

        DatasetId dataset = scene.dataset();
        assertThat(sightedUpload.taken(catalog.dataset(dataset), upload.id(), Pictures.zip(files), intake))
                .containsOnly(Map.entry(RefusalReason.UNKNOWN_OTHER, 1), Map.entry(RefusalReason.BAD_PEOPLE, 2));
        assertThat(only(dataset, alice).faces()).isEqualTo(2);
        assertThat(only(dataset, bob).faces()).isEqualTo(2);
        assertThat(uploads.reasons(scene.uploaded(blind, Pictures.zip(Map.of("people.csv", new byte[] {'"'})))
                        .id()))
                .containsOnly(Map.entry(RefusalReason.BAD_PEOPLE, 1));
    }

    private Intake offer(DatasetId dataset, Offer offer) {
        return intake.take(catalog.dataset(dataset), offer, Origin.SINGLE);
    }

    private ImageView taken(DatasetId dataset, Offer offer) {
        Intake.Accepted accepted = (Intake.Accepted) offer(dataset, offer);
        return images.get(dataset, accepted.id());
    }

    private void refused(RefusalReason reason, DatasetId dataset, Offer offer) {
        assertThat(offer(dataset, offer)).isEqualTo(new Intake.NotTaken(reason));
    }

    private ImageView only(DatasetId dataset, SubjectId subject) {
        List<ImageView> found = catalog.images(dataset, subject, 0, 10).items();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private RgbImage picture(DatasetId dataset, ImageView image) {
        return ImageDecoder.decode(images.content(dataset, image.id()).content(), ImageLimits.DEFAULT)
                .image();
    }

    private RgbImage crop(DatasetId dataset, ImageView image) {
        return ImageDecoder.decode(images.crop(dataset, image.id()).content(), ImageLimits.DEFAULT)
                .image();
    }

    private SubjectId stillEvaluated(SubjectId subject) {
        ledger.grant(subject, scene.people().consent(People.to(Purpose.EVALUATION), null));
        return subject;
    }

    private static Landmarks5 landmarksOfTheFirst() {
        return FaceAligner.TEMPLATE.transformed(40f / 112, 20, 40);
    }

    private static Landmarks5 landmarksElsewhere() {
        return FaceAligner.TEMPLATE.transformed(40f / 112, 100, 60);
    }

    private static void readAll(SealedCrops crops) {
        byte[] pixels = new byte[112 * 112 * 3];
        for (int i = 0; i < crops.size(); i++) {
            crops.read(i, pixels);
        }
    }
}
