package dev.facewright.platform.datasets;

import static dev.facewright.platform.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.ml.image.ImageEncoder;
import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestClient;
import dev.facewright.platform.TestFile;
import dev.facewright.platform.TestResponse;
import dev.facewright.platform.TestSession;
import dev.facewright.platform.accounts.Role;
import dev.facewright.platform.consent.People;
import dev.facewright.platform.consent.SubjectId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The way of images over HTTP, by REST and in the pages a data owner sees.
@FacewrightTest
@SuppressWarnings("NullAway") // hands in nothing on purpose
class DatasetFlowTest {
    private static final String LANDMARKS = "[80,80,120,80,100,100,85,130,115,130]";

    private final TestSession session;
    private final TestClient owner;
    private final Scene scene;
    private final JdbcClient jdbc;

    DatasetFlowTest(TestSession session, Scene scene, JdbcClient jdbc) {
        this.session = session;
        this.owner = session.as(Role.DATA_OWNER);
        this.scene = scene;
        this.jdbc = jdbc;
    }

    @Test
    void anArchiveBecomesASealedVersion() {
        var created = create();
        var upload = owner.upload(created.location() + "/uploads", Map.of(), archive(scene.someone(), scene.someone()))
                .expect(201);
        eventually(() -> assertThat(
                        owner.get(upload.location()).json().path("status").asString())
                .isEqualTo("SUCCEEDED"));
        assertThat(owner.get(upload.location()).json().path("accepted").asInt()).isEqualTo(6);
        assertThat(owner.get(upload.location() + "/refusals")
                        .json()
                        .path("total")
                        .asInt())
                .isZero();

        var sealed = owner.post(created.location() + "/versions", Map.of("validationFraction", 0.3))
                .expect(201);
        var version = owner.get(sealed.location()).expect(200).json();
        assertThat(version.path("imageCount").asInt()).isEqualTo(6);
        assertThat(version.path("status").asString()).isEqualTo("SEALED");
        assertThat(owner.get(sealed.location() + "/subjects").json()).hasSize(2);
        assertThat(owner.get(sealed.location() + "/manifest").expect(200).header("Cache-Control"))
                .contains("no-store");
    }

    @Test
    void oneImageIsAddedAndFetchedAndAddedAgainWithoutHarm() {
        var images = create().location() + "/images";
        var fields = Map.of("subject", scene.someone().toString(), "landmarks", LANDMARKS);
        var picture = new TestFile("image", "Ada.png", ImageEncoder.png(Pictures.noise(5, 200, 200)));
        var added = owner.upload(images, fields, picture).expect(201);
        assertThat(owner.upload(images, fields, picture).expect(200).location()).isEqualTo(added.location());

        assertThat(owner.get(added.location()).json().path("alignment").asString())
                .isEqualTo("LANDMARKS");
        var crop = owner.get(added.location() + "/crop").expect(200);
        assertThat(crop.header("Content-Type")).isEqualTo("image/png");
        assertThat(crop.header("Cache-Control")).contains("no-store");
        assertThat(owner.get(images).json().path("total").asInt()).isEqualTo(1);
    }

    @Test
    void anImageThatIsNotTakenSaysWhy() {
        var images = create().location() + "/images";
        var someone = Map.of("subject", scene.someone().toString());
        var noImage = owner.upload(images, someone, new TestFile("image", "a.png", new byte[] {1, 2, 3}))
                .expect(422);
        assertThat(noImage.problem()).isEqualTo("image-not-accepted");
        assertThat(noImage.json().path("detail").asString()).contains("no image by its content");
        var twoNumbers = Map.of("subject", scene.someone().toString(), "landmarks", "[1,2]");
        assertThat(owner.upload(images, twoNumbers, new TestFile("image", "a.png", Pictures.crop(1)))
                        .expect(400)
                        .problem())
                .isEqualTo("landmarks-unreadable");
    }

    @Test
    void aDataOwnerGoesFromAnEmptyDatasetToAVersionInPages() {
        assertThat(owner.page("/datasets/new").expect(200).text()).contains("Create a dataset");
        String name = "pages " + UUID.randomUUID();
        var created = owner.form("/datasets", Map.of("name", name, "purpose", "TRAINING", "description", ""))
                .expect(302);
        assertThat(owner.form("/datasets", Map.of("name", name, "purpose", "TRAINING"))
                        .expect(422)
                        .text())
                .contains("The name is taken")
                .contains("value=\"" + name + "\"");
        assertThat(owner.page(created.location()).expect(200).text()).contains("There are no images of anyone");
        assertThat(owner.form(created.location() + "/versions", Map.of("validationFraction", "0.3", "seed", "1"))
                        .expect(422)
                        .text())
                .contains("at least 2 people");

        var upload = owner.upload(created.location() + "/uploads", Map.of(), archive(scene.someone(), null))
                .expect(302);
        eventually(() ->
                assertThat(owner.page(upload.location() + "/progress").text()).doesNotContain("every 1s"));
        assertThat(owner.page(upload.location()).expect(200).text())
                .contains("Nobody is registered under the folder")
                .doesNotContain("Grace_Hopper");
        owner.upload(created.location() + "/uploads", Map.of(), archive(scene.someone(), null))
                .expect(302);
        eventually(() -> owner.form(created.location() + "/versions", Map.of("validationFraction", "0.3", "seed", "1"))
                .expect(302));
        String page = owner.page(created.location()).expect(200).text();
        assertThat(page).contains("/crop\"").contains("Version 1");
        assertThat(owner.page("/datasets").expect(200).text()).contains(name);
    }

    @Test
    void aVersionShowsItsManifestHashAndPagesSpeakChinese() {
        DatasetId dataset = scene.datasetOf(scene.someone(), scene.someone());
        DatasetVersionId version = scene.sealed(dataset);
        String page = "/datasets/" + dataset + "/versions/" + version;
        var manifest = owner.get(page + "/manifest").expect(200).body();
        assertThat(owner.page(page).expect(200).text())
                .contains(dev.facewright.platform.storage.Sha256.hex(manifest))
                .doesNotContain("??");
        var chinese = session.newPerson(Set.of(Role.DATA_OWNER));
        chinese.page("/datasets?lang=zh");
        for (String each : new String[] {"/datasets", "/datasets/new", "/datasets/" + dataset, page}) {
            assertThat(chinese.page(each).expect(200).text())
                    .as(each)
                    .contains("数据集")
                    .doesNotContain("??");
        }
    }

    private TestResponse create() {
        return owner.post("/api/v1/datasets", Map.of("name", "flow " + UUID.randomUUID(), "purpose", "TRAINING"))
                .expect(201);
    }

    /// Three pictures each; without a second person, a folder named after nobody who is registered.
    private TestFile archive(SubjectId first, SubjectId second) {
        Map<String, byte[]> files = new LinkedHashMap<>(folder(first));
        files.putAll(second == null ? Pictures.folder("Grace_Hopper", 9, 1) : folder(second));
        return new TestFile("archive", "a.zip", Pictures.zip(files));
    }

    private Map<String, byte[]> folder(SubjectId subject) {
        return Pictures.folder(scene.people().codeOf(subject), Scene.seed(subject), 3);
    }

    @Test
    void askingForAnImageWithoutConsentIsRefusedAndAudited() {
        SubjectId alice = scene.someone();
        DatasetId dataset = scene.datasetOf(alice, scene.someone());
        String images = "/api/v1/datasets/" + dataset + "/images";
        String hers = owner.get(images + "?subject=" + alice)
                .expect(200)
                .json()
                .at("/items/0/id")
                .asString();
        owner.get(images + "/" + hers + "/crop").expect(200);
        People.withdrawsUnheard(jdbc, alice); // or they would be erased: then there is nothing left to keep back
        long before = refusals();

        owner.get(images + "/" + UUID.randomUUID() + "/crop").expect(404);
        assertThat(refusals()).isEqualTo(before);

        assertThat(owner.get(images + "/" + hers + "/crop").expect(404).problem())
                .isEqualTo("image-not-found");
        assertThat(refusals()).isEqualTo(before + 1);
    }

    private long refusals() {
        return session.as(Role.COMPLIANCE)
                .get("/api/v1/audit?action=refused.image-not-found")
                .expect(200)
                .json()
                .get("total")
                .asLong();
    }
}
