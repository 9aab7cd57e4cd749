package dev.facewright.platform.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.ml.augment.Mirror;
import dev.facewright.ml.data.Augmentation;
import dev.facewright.ml.image.ImageDecoder;
import dev.facewright.ml.image.ImageLimits;
import dev.facewright.ml.image.RgbImage;
import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestClient;
import dev.facewright.platform.TestResponse;
import dev.facewright.platform.TestSession;
import dev.facewright.platform.accounts.Role;
import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.People;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.consent.Subjects;
import dev.facewright.platform.datasets.DatasetCatalog;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.datasets.Datasets;
import dev.facewright.platform.datasets.ImageId;
import dev.facewright.platform.models.SealedData;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The preview of an augmentation, as a page and by REST.
@FacewrightTest
class AugmentationPreviewTest {
    private static final String API = "/api/v1/runs/augmentation-previews";
    private static final String PAGE = "/runs/new/augmentation";

    private final TestSession session;
    private final TestClient engineer;
    private final Datasets datasets;
    private final DatasetCatalog catalog;
    private final AugmentationPreview previews;
    private final People people;
    private final SealedData data;

    AugmentationPreviewTest(
            TestSession session,
            Datasets datasets,
            DatasetCatalog catalog,
            AugmentationPreview previews,
            ConsentLedger ledger,
            Subjects subjects,
            Clock clock) {
        this.session = session;
        this.engineer = session.as(Role.ML_ENGINEER);
        this.datasets = datasets;
        this.catalog = catalog;
        this.previews = previews;
        this.people = new People(ledger, subjects, clock);
        this.data = new SealedData(datasets, people);
    }

    @Test
    void thePageShowsVariantsOfEachImageAndKeepsNothing() {
        var sealed = data.sealed(2, 2);
        TestResponse page = engineer.page(PAGE + "?dataset=" + sealed.version() + "&preset=GUIDE")
                .expect(200);

        assertThat(page.header("Cache-Control")).contains("no-store");
        // Of each of two people the image as stored and eight variants.
        assertThat(page.text().split("data:image/png;base64,", -1)).hasSize(2 * 9 + 1);
        assertThat(page.text()).contains("as augmented in epoch 8").contains("value=\"15\"");
        assertThat(engineer.page(PAGE + "?dataset=" + sealed.version() + "&preset=GUIDE")
                        .text()
                        .replaceAll("_csrf[^>]*", ""))
                .isEqualTo(page.text().replaceAll("_csrf[^>]*", ""));
    }

    @Test
    void theFormOfARunOpensThePreviewWithWhatIsTypedAndThePreviewFillsTheForm() {
        var sealed = data.sealed(2, 2);
        String opened = engineer.form(
                        PAGE,
                        Map.of(
                                "dataset", sealed.version().toString(),
                                "recipe[epochs]", "many",
                                "recipe[augmentation.rotationDegrees]", "12",
                                "recipe[augmentation.jpeg.probability]", "0.25"))
                .expect(302)
                .location();

        assertThat(opened).startsWith(PAGE + "?dataset=" + sealed.version()).doesNotContain("epochs", "csrf");
        assertThat(engineer.page(opened).expect(200).text()).contains("value=\"12\"", "value=\"0.25\"");
        String form =
                engineer.page(opened.replace(PAGE, "/runs/new")).expect(200).text();
        assertThat(form).contains("value=\"12\"", "value=\"0.25\"", "Preview augmentation");
        // A switch that was not sent along with the others is off.
        assertThat(tag(form, "recipe[augmentation.flip]")).doesNotContain("checked");
        assertThat(tag(engineer.page("/runs/new").text(), "recipe[augmentation.flip]"))
                .contains("checked");
    }

    @Test
    void aPresetFillsItsFieldsAndLeavesTheRestAsTyped() {
        var sealed = data.sealed(2, 2);
        String form = engineer.form(
                        "/runs/new/preset",
                        Map.of(
                                "name", "kept",
                                "dataset", sealed.version().toString(),
                                "preset", "OCCLUSION",
                                "recipe[epochs]", "many"))
                .expect(200)
                .text();

        assertThat(tag(form, "recipe[augmentation.mask.probability]")).contains("value=\"0.2\"");
        assertThat(tag(form, "recipe[epochs]")).contains("value=\"many\"");
        assertThat(form).contains("value=\"kept\"");
        assertThat(engineer.page("/runs/new?preset=GUIDE").text()).contains("value=\"15\"");
        assertThat(engineer.get("/api/v1/runs/augmentation-presets")
                        .json()
                        .at("/GUIDE/rotationDegrees")
                        .asInt())
                .isEqualTo(15);
    }

    @Test
    void byRestAVariantFollowsFromSeedAndNumber() {
        var sealed = data.sealed(2, 2);
        ImageId image = imageOf(sealed.version(), sealed.people().getFirst());
        TestResponse first = preview(sealed.version(), image, Map.of(), 1, 3).expect(200);

        assertThat(first.header("Content-Type")).isEqualTo("image/png");
        assertThat(first.header("Cache-Control")).contains("no-store");
        assertThat(ImageDecoder.decode(first.body(), ImageLimits.DEFAULT)
                        .image()
                        .width())
                .isEqualTo(112);
        assertThat(preview(sealed.version(), image, Map.of(), 1, 3).body()).isEqualTo(first.body());
        assertThat(preview(sealed.version(), image, Map.of(), 1, 4).body()).isNotEqualTo(first.body());
        assertThat(preview(sealed.version(), image, Map.of(), 2, 3).body()).isNotEqualTo(first.body());
    }

    /// A mirrored image is as good a variant as its original: over many, two images differ in which are.
    @Test
    void imagesShareNoRandomNumbers() {
        RgbImage crop = new RgbImage(112, 112, gradient());
        ImageId one = new ImageId(new UUID(0, 1));
        ImageId other = new ImageId(new UUID(0, 2));
        Augmentation mirrored = Augmentation.of(new Mirror(0.5));

        assertThat(IntStream.range(0, 64)
                        .filter(variant -> !Arrays.equals(
                                previews.variant(one, crop, mirrored, 1, variant),
                                previews.variant(other, crop, mirrored, 1, variant))))
                .hasSizeBetween(16, 48);
    }

    private static byte[] gradient() {
        byte[] pixels = new byte[112 * 112 * 3];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i / 3 % 112);
        }
        return pixels;
    }

    @Test
    void aFieldOutOfItsRangeIsNamedWithTheUnitThatWasMistaken() {
        var sealed = data.sealed(2, 2);
        ImageId image = imageOf(sealed.version(), sealed.people().getFirst());
        TestResponse refused = preview(sealed.version(), image, Map.of("brightness", 20), 1, 0);
        String page = engineer.page(PAGE + "?dataset=" + sealed.version() + "&"
                        + encoded("recipe[augmentation.cutout.side]") + "=28")
                .expect(422)
                .text();

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("recipe.augmentation.brightness", "in percent? then give 0.2");
        assertThat(preview(sealed.version(), image, Map.of("colour", 1), 1, 0).text())
                .contains("is not a field");
        assertThat(page).contains("is this in pixels? then give 0.25").doesNotContain("data:image/png");
    }

    @Test
    void whoWithdrewIsSeenByNobodyAndOthersMayNotAsk() {
        var sealed = data.sealed(2, 2);
        SubjectId gone = sealed.people().getFirst();
        ImageId image = imageOf(sealed.version(), gone);
        people.withdraws(gone);

        assertThat(preview(sealed.version(), image, Map.of(), 1, 0).status()).isEqualTo(404);
        assertThat(engineer.page(PAGE + "?dataset=" + sealed.version() + "&image=" + image)
                        .status())
                .isEqualTo(404);
        assertThat(preview(sealed.version(), new ImageId(UUID.randomUUID()), Map.of(), 1, 0)
                        .status())
                .isEqualTo(404);
        assertThat(session.as(Role.ADMIN).page(PAGE).status()).isEqualTo(403);
        assertThat(session.as(Role.DATA_OWNER)
                        .post(API, body(sealed.version(), image, Map.of(), 1, 0))
                        .status())
                .isEqualTo(403);
        assertThat(engineer.page(PAGE + "?dataset=" + sealed.version() + "&preset=HARSH")
                        .status())
                .isEqualTo(400);
        assertThat(engineer.page(PAGE + "?dataset=nothing").status()).isIn(400, 404);
    }

    private TestResponse preview(
            DatasetVersionId version, ImageId image, Map<String, Object> augmentation, long seed, int variant) {
        return engineer.post(API, body(version, image, augmentation, seed, variant));
    }

    private static Map<String, Object> body(
            DatasetVersionId version, ImageId image, Map<String, Object> augmentation, long seed, int variant) {
        return Map.of(
                "dataset", version.toString(),
                "image", image.toString(),
                "recipe", Map.of("augmentation", augmentation),
                "seed", seed,
                "variant", variant);
    }

    private ImageId imageOf(DatasetVersionId version, SubjectId subject) {
        return catalog.images(datasets.version(version).dataset(), subject, 0, 1)
                .items()
                .getFirst()
                .id();
    }

    /// The element with that name.
    private static String tag(String page, String name) {
        int at = page.indexOf("name=\"" + name + "\"");
        return page.substring(page.lastIndexOf('<', at), page.indexOf('>', at));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
