package dev.facewright.platform.mainpath;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestSession;
import dev.facewright.platform.accounts.Role;
import dev.facewright.platform.benchmarks.BenchmarkId;
import dev.facewright.platform.benchmarks.BenchmarkView;
import dev.facewright.platform.benchmarks.Benchmarks;
import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.People;
import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.consent.Subjects;
import dev.facewright.platform.datasets.DatasetVersion;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.datasets.Datasets;
import dev.facewright.platform.kernel.Choice;
import dev.facewright.platform.kernel.PageView;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.ModelVersion;
import dev.facewright.platform.models.ModelVersionId;
import dev.facewright.platform.models.SealedData;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Forms offer as many models, versions and benchmarks as somebody reads through; the others are found by name.
@FacewrightTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChoicesInBrowserTest {
    private static final int ROWS = Choice.MOST + 5;

    private final TestSession session;
    private final JdbcClient jdbc;
    private final Datasets datasets;
    private final ModelRegistry models;
    private final Benchmarks benchmarks;
    private final SealedData data;
    private final String name = "c" + UUID.randomUUID().toString().substring(0, 12);
    private DatasetVersionId version;
    private Browsers browsers;

    ChoicesInBrowserTest(
            TestSession session,
            JdbcClient jdbc,
            Datasets datasets,
            ModelRegistry models,
            Benchmarks benchmarks,
            ConsentLedger ledger,
            Subjects subjects,
            Clock clock) {
        this.session = session;
        this.jdbc = jdbc;
        this.datasets = datasets;
        this.models = models;
        this.benchmarks = benchmarks;
        this.data = new SealedData(datasets, new People(ledger, subjects, clock));
    }

    /// Old models and benchmarks far down in the alphabet, so that those of other tests are offered before them.
    @BeforeAll
    void start() {
        browsers = Browsers.start();
        session.newAccount(name, Set.of(Role.ML_ENGINEER));
        version = data.sealed(2, 2).version();
        jdbc.sql("insert into model_version (id, version, name, status, registered_at, weights_key, weights_sha256,"
                        + " weights_bytes, architecture, embedding_dimensions, parameters, macs, origin)"
                        + " select gen_random_uuid(), 0, :name || '-model-' || n, 'ACTIVE', timestamptz '2020-01-01' -"
                        + " n * interval '1 hour', 'weights/none', repeat('0', 64), 1, 'MOBILE_FACE_NET', 128, 1, 1,"
                        + " '{\"kind\": \"imported\", \"source\": \"https://example.org\", \"sha256\": \"00\","
                        + " \"licence\": \"Apache-2.0\", \"preprocessing\": \"ARCFACE\", \"publishedAccuracy\": \"\"}'"
                        + " from generate_series(1, :rows) n")
                .param("name", name)
                .param("rows", ROWS)
                .update();
        jdbc.sql("with key as (insert into data_key (id, purpose, wrapped_key, generation, created_at)"
                        + " select gen_random_uuid(), 'benchmark', '\\x00', (select max(number) from key_generation), now()"
                        + " from generate_series(1, :rows)"
                        + " returning id)"
                        + " insert into benchmark (id, version, name, legal_basis, legal_basis_note, source, licence,"
                        + " status, data_key, pairs, genuine_pairs, folds, total, done, images_without_face,"
                        + " failure_arguments, created_at, ended_at) select gen_random_uuid(), 0, 'zz-' || :name ||"
                        + " '-' || row_number() over (), 'SYNTHETIC', '', 'https://example.org', 'CC0', 'SUCCEEDED',"
                        + " id, 10, 5, 2, 10, 10, 0, '[]', timestamptz '2020-01-01', now() from key")
                .param("name", name)
                .param("rows", ROWS)
                .update();
    }

    @AfterAll
    void stop() {
        jdbc.sql("delete from model_version where starts_with(name, :name)")
                .param("name", name)
                .update();
        jdbc.sql("delete from benchmark where starts_with(name, 'zz-' || :name)")
                .param("name", name)
                .update();
        if (browsers != null) {
            browsers.close();
        }
    }

    @Test
    void noFormOffersMoreThanSomebodyReadsThrough() {
        assertThat(models.active("").items()).hasSize(Choice.MOST);
        assertThat(models.active("").more()).isTrue();
        assertThat(benchmarks.ready("").items()).hasSize(Choice.MOST);
        assertThat(models.active(name.toUpperCase(Locale.ROOT) + "-MODEL-7").items())
                .extracting(ModelVersion::name)
                .containsExactly(name + "-model-7");
        assertThat(benchmarks.ready("zz-" + name + "-55").items()).hasSize(1);
        assertThat(benchmarks.ready("zz-" + name + "-55").more()).isFalse();
        assertThat(models.active("%").items()).isEmpty();
    }

    @Test
    void whatBeganAtOneTimeIsOnOnePageEach() {
        List<BenchmarkId> listed = new ArrayList<>();
        PageView<BenchmarkView> page;
        int number = 0;
        do {
            page = benchmarks.list(number++, 7);
            page.items().stream()
                    .filter(each -> each.name().startsWith("zz-" + name))
                    .map(BenchmarkView::id)
                    .forEach(listed::add);
        } while (page.hasNext());
        assertThat(listed)
                .hasSize(ROWS)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(Comparator.comparing(BenchmarkId::toString));
    }

    @Test
    void whatTheAddressChoosesIsOfferedWhereverItStands() {
        ModelVersionId old =
                models.active(name + "-model-55").items().getFirst().id();
        try (BrowserContext context = browsers.browser().newContext()) {
            Page page = Browsers.loggedIn(context, session, name);
            page.navigate(session.address() + "/evaluations/new?model=" + old);
            assertThat(page.locator("#evaluation-model")).hasValue(old.toString());
            page.navigate(session.address() + "/runs/new?dataset=" + version + "&startFrom=" + old);
            assertThat(page.locator("#startFrom")).hasValue(old.toString());
            assertThat(page.locator("#dataset")).hasValue(version.toString());
            page.navigate(session.address() + "/runs/new?dataset=nothing&startFrom=else");
            assertThat(page.locator("#startFrom")).hasValue("");
        }
    }

    @Test
    void othersAreFoundByName() {
        ModelVersionId old =
                models.active(name + "-model-55").items().getFirst().id();
        try (BrowserContext context = browsers.browser().newContext()) {
            Page page = Browsers.loggedIn(context, session, name);
            page.navigate(session.address() + "/evaluations/new");
            page.getByLabel("Find Model by name").fill(name + "-model-55");
            assertThat(page.locator("#evaluation-model")).hasValue(old.toString());
            assertThat(page.locator("#evaluation-model option")).hasCount(1);
            page.getByLabel("Find Benchmark by name").fill(name + "-1");
            assertThat(page.locator("#evaluation-benchmark option")).hasCount(11);
            page.getByLabel("Find Benchmark by name").fill("nothing like it");
            assertThat(page.locator("#evaluation-benchmark")).containsText("nothing found");

            page.navigate(session.address() + "/runs/new?dataset=" + version);
            page.locator("#startFrom-find").fill(name + "-model-55");
            assertThat(page.locator("#startFrom option")).hasCount(2);
            page.locator("#startFrom").selectOption(old.toString());
            page.locator("#startFrom-find").press("Enter");
            assertThat(page).hasURL(Pattern.compile("/runs/new"));
            assertThat(page.locator("#startFrom")).hasValue(old.toString());
        }
    }

    @Test
    void versionsAreFoundByTheNameOfTheirDataset() {
        DatasetVersion sealed = datasets.version(version);
        assertThat(datasets.sealedVersions(Purpose.TRAINING, sealed.datasetName())
                        .items())
                .containsExactly(sealed);
        assertThat(datasets.sealedVersions(Purpose.EVALUATION, sealed.datasetName())
                        .isEmpty())
                .isTrue();
        assertThat(datasets.sealedVersionsWith(Purpose.TRAINING, version).items())
                .contains(sealed);
        assertThat(session.as(Role.ML_ENGINEER)
                        .page("/runs/new/versions?find=" + version)
                        .expect(200)
                        .text())
                .doesNotContain(version.toString());
        assertThat(session.as(Role.ML_ENGINEER)
                        .page("/runs/new/versions?find=" + sealed.datasetName().replace(" ", "%20"))
                        .expect(200)
                        .text())
                .contains(version.toString());
    }
}
