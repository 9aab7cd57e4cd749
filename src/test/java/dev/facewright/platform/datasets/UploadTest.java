package dev.facewright.platform.datasets;

import static dev.facewright.platform.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.ml.image.ImageEncoder;
import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.consent.SubjectStatus;
import dev.facewright.platform.consent.Subjects;
import dev.facewright.platform.datasets.DatasetContents.SubjectCoverage;
import dev.facewright.platform.datasets.DatasetProblem.ArchiveRefused;
import dev.facewright.platform.datasets.DatasetProblem.ImageNotAccepted;
import dev.facewright.platform.datasets.Datasets.AddedImage;
import dev.facewright.platform.datasets.ImageView.Alignment;
import dev.facewright.platform.datasets.upload.RefusalRepository;
import dev.facewright.platform.jobs.JobStatus;
import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectOwner;
import dev.facewright.platform.storage.ObjectStore;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@FacewrightTest
class UploadTest {
    private final Scene scene;
    private final Datasets datasets;
    private final DatasetCatalog catalog;
    private final ImageCatalog images;
    private final UploadCatalog uploads;
    private final ConsentLedger ledger;
    private final ObjectStore store;
    private final JdbcClient jdbc;
    private final RefusalRepository refusals;
    private final Subjects subjects;

    UploadTest(
            Scene scene,
            Datasets datasets,
            DatasetCatalog catalog,
            ImageCatalog images,
            UploadCatalog uploads,
            ConsentLedger ledger,
            ObjectStore store,
            JdbcClient jdbc,
            RefusalRepository refusals,
            Subjects subjects) {
        this.scene = scene;
        this.datasets = datasets;
        this.catalog = catalog;
        this.images = images;
        this.uploads = uploads;
        this.ledger = ledger;
        this.store = store;
        this.jdbc = jdbc;
        this.refusals = refusals;
        this.subjects = subjects;
    }

    /// As an upload does that goes on while someone in it is erased: it knows them from before.
    @Test
    void whatIsRefusedOfSomeoneAfterTheirErasureHasBegunIsNobodys() {
        SubjectId alice = scene.someone();
        SubjectId bob = scene.someone();
        UploadView upload =
                scene.uploaded(scene.dataset(), Pictures.zip(Map.of(code(bob) + "/1.png", Pictures.crop(1))));
        refusals.add(upload.id().value(), 7, alice.value(), "NO_LIVE_CONSENT");
        refusals.add(upload.id().value(), 8, null, "NO_LIVE_CONSENT");
        scene.people().withdraws(alice);
        eventually(() -> assertThat(subjects.get(alice).status()).isEqualTo(SubjectStatus.ERASED));

        refusals.add(upload.id().value(), 9, alice.value(), "NO_LIVE_CONSENT");
        refusals.add(upload.id().value(), 10, bob.value(), "NO_LIVE_CONSENT");

        assertThat(jdbc.sql("select entry, subject_id from dataset_upload_refusal where upload_id = ? order by entry")
                        .param(upload.id().value())
                        .query((row, number) -> row.getInt(1) + " " + row.getString(2))
                        .list())
                .containsExactly("7 null", "8 null", "9 null", "10 " + bob);
    }

    @Test
    void eachBadEntryIsRefusedWithItsReasonAndTheRestIsKept() {
        SubjectId alice = scene.someone();
        SubjectId evaluated = scene.people().whoAgrees(EnumSet.of(Purpose.EVALUATION));
        SubjectId withdrawn = scene.someone();
        ledger.grant(withdrawn, scene.people().consent(EnumSet.of(Purpose.EVALUATION), null));
        scene.people().withdraws(withdrawn);
        String code = code(alice);
        byte[] jpeg = ImageEncoder.jpeg(Pictures.noise(1, 112, 112), 90);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(code + "/1.jpg", jpeg);
        files.put(code + "/2.jpg", Arrays.copyOf(jpeg, jpeg.length / 2));
        files.put(code + "/3.jpg", "not an image".getBytes(StandardCharsets.UTF_8));
        files.put(code + "/4.jpg", joined(jpeg, Pictures.zip(Map.of("a", new byte[1]))));
        files.put(code + "/5.jpg", new byte[0]);
        files.put(code + "/6.png", ImageEncoder.png(Pictures.noise(2, 200, 300)));
        files.put("nobody-known/7.png", Pictures.crop(7));
        files.put(code(evaluated) + "/8.png", Pictures.crop(8));
        files.put(code(withdrawn) + "/9.png", Pictures.crop(9));
        files.put("../10.png", Pictures.crop(10));
        files.put(code + "/.DS_Store", new byte[3]);
        files.put(code + "/12.png", Pictures.crop(12));
        DatasetId dataset = scene.dataset();

        UploadView upload = scene.uploaded(dataset, Pictures.zip(files));

        assertThat(upload.status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(upload.accepted()).isEqualTo(2);
        assertThat(upload.skipped()).isEqualTo(1);
        assertThat(upload.total()).isEqualTo(upload.processed()).isEqualTo(11);
        Map<Integer, RefusalReason> reasons = new LinkedHashMap<>();
        uploads.refusals(upload.id(), 0, 50).items().forEach(each -> reasons.put(each.entry(), each.reason()));
        assertThat(reasons)
                .containsOnly(
                        Map.entry(2, RefusalReason.TRUNCATED),
                        Map.entry(3, RefusalReason.NOT_AN_IMAGE),
                        Map.entry(4, RefusalReason.POLYGLOT),
                        Map.entry(5, RefusalReason.EMPTY),
                        Map.entry(6, RefusalReason.NO_DETECTOR),
                        Map.entry(7, RefusalReason.UNKNOWN_SUBJECT),
                        Map.entry(8, RefusalReason.NO_LIVE_CONSENT),
                        Map.entry(9, RefusalReason.NO_LIVE_CONSENT),
                        Map.entry(10, RefusalReason.UNSAFE_PATH));
    }

    @Test
    void theSameArchiveTwiceAddsNothing() {
        SubjectId alice = scene.someone();
        DatasetId dataset = scene.dataset();
        byte[] archive = Pictures.zip(Pictures.folder(code(alice), 20, 3));
        assertThat(scene.uploaded(dataset, archive).accepted()).isEqualTo(3);
        UploadView again = scene.uploaded(dataset, archive);
        assertThat(again.accepted()).isZero();
        assertThat(again.duplicates()).isEqualTo(3);
        assertThat(catalog.get(dataset).images()).isEqualTo(3);
    }

    @Test
    void thePictureOfOnePersonIsNotTakenAsAnothers() {
        SubjectId alice = scene.someone();
        SubjectId bob = scene.someone();
        DatasetId dataset = scene.dataset();
        datasets.add(dataset, alice, Pictures.crop(30), null);
        assertThatThrownBy(() -> datasets.add(dataset, bob, Pictures.crop(30), null))
                .isInstanceOfSatisfying(
                        ImageNotAccepted.class,
                        refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.OTHER_SUBJECT_HAS_IT));
        assertThat(catalog.coverage(dataset, 0, 10))
                .extracting(SubjectCoverage::subject)
                .containsExactly(alice);
    }

    @Test
    void anImageSentAgainIsTheSameImage() {
        SubjectId alice = scene.someone();
        DatasetId dataset = scene.dataset();
        AddedImage first = datasets.add(dataset, alice, Pictures.crop(40), null);
        AddedImage second = datasets.add(dataset, alice, Pictures.crop(40), null);
        assertThat(first.duplicate()).isFalse();
        assertThat(second).isEqualTo(new AddedImage(first.id(), true));
    }

    @Test
    void nothingOfAPictureIsStoredInTheClearAndItsMetadataNotAtAll() {
        SubjectId alice = scene.someone();
        DatasetId dataset = scene.dataset();
        byte[] jpeg = withExif(ImageEncoder.jpeg(Pictures.noise(50, 112, 112), 90), "taken at 52.5N 13.4E by Ada");
        ImageId image = datasets.add(dataset, alice, jpeg, null).id();

        byte[] content = images.content(dataset, image).content();
        assertThat(text(content)).doesNotContain("Exif").doesNotContain("Ada");
        assertThat(content[0] & 0xff).isEqualTo(0xff);
        var keys = jdbc.sql("select content_key, crop_key from dataset_image where id = ?")
                .param(image.value())
                .query()
                .singleRow();
        for (Object key : keys.values()) {
            byte[] stored = store.get(new ObjectKey(String.valueOf(key)));
            assertThat(text(stored))
                    .doesNotContain("Ada")
                    .doesNotContain("JFIF")
                    .doesNotContain("PNG");
        }
    }

    @Test
    void landmarksInTheArchiveAlignImages() {
        SubjectId alice = scene.someone();
        String code = code(alice);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(code + "/a.png", ImageEncoder.png(Pictures.noise(60, 200, 200)));
        files.put(code + "/b.png", ImageEncoder.png(Pictures.noise(61, 200, 200)));
        files.put(code + "/c.png", ImageEncoder.png(Pictures.noise(62, 200, 200)));
        files.put(
                "landmarks.csv",
                ("path,x1,y1,x2,y2,x3,y3,x4,y4,x5,y5\n"
                                + code + "/a.png,80,80,120,80,100,100,85,130,115,130\n"
                                + code + "/b.png,80,80,120,80,100,100,85,130,115,900\n"
                                + code + "/c.png,80,80,left,80,100,100,85,130,115,130\n")
                        .getBytes(StandardCharsets.UTF_8));
        DatasetId dataset = scene.dataset();
        UploadView upload = scene.uploaded(dataset, Pictures.zip(files));
        assertThat(upload.accepted()).isEqualTo(1);
        assertThat(uploads.reasons(upload.id())).containsOnly(Map.entry(RefusalReason.BAD_LANDMARKS, 2));
        assertThat(catalog.images(dataset, null, 0, 10).items())
                .extracting(ImageView::alignment)
                .containsExactly(Alignment.LANDMARKS);
    }

    @Test
    void theArchiveItselfIsGoneAtTheEnd() {
        SubjectId alice = scene.someone();
        UploadView upload = scene.uploaded(scene.dataset(), Pictures.zip(Pictures.folder(code(alice), 70, 1)));
        assertThat(store.list(ObjectOwner.upload(upload.id().value()))).isEmpty();
        assertThat(jdbc.sql("select wrapped_key is null from data_key k join dataset_upload u on u.data_key = k.id"
                                + " where u.id = ?")
                        .param(upload.id().value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void whatIsNoArchiveIsRefusedAtOnce() {
        assertThatThrownBy(() -> scene.uploaded(scene.dataset(), new byte[2000]))
                .isInstanceOf(ArchiveRefused.class);
    }

    @Test
    void aDamagedZipFailsAsAWhole() {
        byte[] zip = Pictures.zip(Map.of("s/a.png", Pictures.crop(80)));
        UploadView upload = scene.uploaded(scene.dataset(), Arrays.copyOf(zip, zip.length - 30));
        assertThat(upload.status()).isEqualTo(JobStatus.FAILED);
        assertThat(upload.failure()).isEqualTo("archive-refused");
    }

    private String code(SubjectId subject) {
        return scene.people().codeOf(subject);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(first);
        bytes.writeBytes(second);
        return bytes.toByteArray();
    }

    /// An APP1 segment with a minimal TIFF header and a text behind it.
    private static byte[] withExif(byte[] jpeg, String text) {
        byte[] tiff = ("Exif\0\0II*\0\u0008\0\0\0\0\0\0\0\0\0" + text).getBytes(StandardCharsets.ISO_8859_1);
        int length = tiff.length + 2;
        byte[] app1 = {(byte) 0xff, (byte) 0xe1, (byte) (length >> 8), (byte) length};
        return joined(joined(joined(Arrays.copyOf(jpeg, 2), app1), tiff), Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
