package dev.facewright.platform.mainpath;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.facewright.ml.head.ArcFace;
import dev.facewright.ml.train.Recipe;
import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestSession;
import dev.facewright.platform.accounts.Role;
import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.People;
import dev.facewright.platform.consent.Subjects;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.datasets.Datasets;
import dev.facewright.platform.models.SealedData;
import dev.facewright.platform.training.RunId;
import dev.facewright.platform.training.TrainingRuns;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The long form of a recipe, in a real browser.
@FacewrightTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecipeFormInBrowserTest {
    private final TestSession session;
    private final TrainingRuns runs;
    private final SealedData data;
    private final String name = "f" + UUID.randomUUID().toString().substring(0, 12);
    private DatasetVersionId version;
    private Browsers browsers;

    RecipeFormInBrowserTest(
            TestSession session,
            TrainingRuns runs,
            ConsentLedger ledger,
            Subjects subjects,
            Datasets datasets,
            Clock clock) {
        this.session = session;
        this.runs = runs;
        this.data = new SealedData(datasets, new People(ledger, subjects, clock));
    }

    @BeforeAll
    void start() {
        browsers = Browsers.start();
        session.newAccount(name, Set.of(Role.ML_ENGINEER));
        version = data.sealed(2, 2).version();
    }

    @AfterAll
    void stop() {
        if (browsers != null) {
            browsers.close();
        }
    }

    @Test
    void onlyFieldsOfWhatIsChosenAreShown() {
        try (BrowserContext context = browsers.browser().newContext()) {
            Page page = newRun(context);
            assertThat(input(page, "head.marginRadians")).isVisible();
            assertThat(field(page, "head.adaptivity")).hasAttribute("hidden", "");

            input(page, "head.name").selectOption("adaface");
            assertThat(input(page, "head.adaptivity")).isVisible();
            assertThat(input(page, "head.marginRadians")).isHidden();
            assertThat(input(page, "head.labelSmoothing")).isVisible();

            page.locator("#g-augmentation").click();
            assertThat(input(page, "augmentation.jpeg.leastQuality")).isHidden();
            type(page, "augmentation.jpeg.probability", "0.5");
            assertThat(input(page, "augmentation.jpeg.leastQuality")).isVisible();
            type(page, "augmentation.jpeg.probability", "0.0");
            assertThat(input(page, "augmentation.jpeg.leastQuality")).isHidden();

            page.locator("#g-objective").click();
            input(page, "objective.kind").selectOption("MOCO");
            assertThat(input(page, "objective.queueSize")).isVisible();
            assertThat(page.locator("#g-head")).isHidden();
        }
    }

    @Test
    void aHiddenFieldKeepsItsValueAndIsSent() {
        try (BrowserContext context = browsers.browser().newContext()) {
            Page page = newRun(context);
            type(page, "head.marginRadians", "0.3");
            input(page, "head.name").selectOption("cosface");
            assertThat(input(page, "head.marginRadians")).isHidden();
            submit(page);
            assertThat(page).hasURL(Pattern.compile("/runs/[0-9a-f-]{36}$"));
            RunId run = RunId.of(page.url().substring(page.url().lastIndexOf('/') + 1));
            Recipe recipe = runs.get(run).recipe();
            runs.cancel(run);
            assertThat(recipe.head().name()).isEqualTo("cosface");
            assertThat(recipe.head().options().of(ArcFace.MARGIN)).isEqualTo(0.3);
        }
    }

    @Test
    void aFieldThatIsWrongIsNotHidden() {
        try (BrowserContext context = browsers.browser().newContext()) {
            Page page = newRun(context);
            input(page, "head.name").selectOption("adaface");
            type(page, "head.adaptivity", "7");
            type(page, "head.adaptiveMargin", "");
            input(page, "head.name").selectOption("arcface");
            submit(page);
            assertThat(input(page, "head.adaptiveMargin")).isFocused();

            type(page, "head.adaptiveMargin", "0.4");
            submit(page);
            assertThat(input(page, "head.adaptivity")).isFocused();
            assertThat(field(page, "head.adaptivity").locator(".error")).containsText("must be in [0, 1]");
            assertThat(input(page, "head.adaptiveMargin")).isHidden();
        }
    }

    @Test
    void enterInAFieldStartsTheRunAndDoesNotFillInAPreset() {
        try (BrowserContext context = browsers.browser().newContext()) {
            Page page = newRun(context);
            type(page, "head.labelSmoothing", "7");
            page.locator("#name").press("Enter");
            assertThat(page.locator(".note-bad")).containsText("The run was not started");
        }
    }

    @Test
    void withoutScriptsEveryFieldIsThere() {
        var options = new Browser.NewContextOptions().setJavaScriptEnabled(false);
        try (BrowserContext context = browsers.browser().newContext(options)) {
            Page page = newRun(context);
            assertThat(page.locator("[data-when]").first()).isAttached();
            assertThat(page.locator("#run-form [hidden]")).hasCount(0);
            assertThat(input(page, "head.adaptivity")).isVisible();
        }
    }

    @Test
    void theScheduleIsAskedForWithItsOwnFieldsOnly() {
        try (BrowserContext context = browsers.browser().newContext()) {
            Page page = newRun(context);
            List<String> asked = new ArrayList<>();
            page.onRequest(request -> {
                if (request.url().contains("/runs/new/schedule")) {
                    asked.add(request.url());
                }
            });
            page.navigate(session.address() + "/runs/new");
            assertThat(page.locator("figure.chart")).containsText("Over 20 epochs");
            page.locator("#dataset").selectOption(version.toString());
            assertThat(page.locator("figure.chart")).containsText("About 20 steps");
            type(page, "epochs", "7");
            assertThat(page.locator("figure.chart")).containsText("About 7 steps");
            assertThat(asked)
                    .hasSize(3)
                    .allSatisfy(url -> assertThat(url)
                            .contains("schedule.power", "optimiser.accumulationSteps")
                            .doesNotContain("augmentation")
                            .hasSizeLessThan(600));
        }
    }

    private Page newRun(BrowserContext context) {
        Page page = Browsers.loggedIn(context, session, name);
        page.navigate(session.address() + "/runs/new?name=form&dataset=" + version);
        return page;
    }

    private static void submit(Page page) {
        page.locator("#run-form > button.btn-primary").click();
    }

    private static void type(Page page, String path, String text) {
        input(page, path).fill(text);
        input(page, path).blur();
    }

    private static Locator input(Page page, String path) {
        return page.locator("[id='f-" + path + "']");
    }

    private static Locator field(Page page, String path) {
        return page.locator(".field").filter(new Locator.FilterOptions().setHas(input(page, path)));
    }
}
