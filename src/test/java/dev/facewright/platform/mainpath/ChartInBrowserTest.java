package dev.facewright.platform.mainpath;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.facewright.platform.kernel.web.Chart;
import dev.facewright.platform.kernel.web.Chart.Axis;
import dev.facewright.platform.kernel.web.Chart.Kind;
import dev.facewright.platform.kernel.web.Chart.Mark;
import dev.facewright.platform.kernel.web.Chart.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The one component that draws charts, in a real browser.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChartInBrowserTest {
    private static final Chart LOSS = Chart.of(
            Kind.LINE,
            Axis.of("training.step"),
            Axis.of("training.loss"),
            List.of(Point.of(0, 30.0), Point.of(10, 12.5), Point.of(20, 3.0), Point.of(30, 4.0), Point.of(40, 3.5)));
    private static final Chart ROC = Chart.of(
            Kind.LINE,
            Axis.of("evaluation.report.far").log().from(0.001, 1),
            Axis.of("evaluation.report.tar").shares().from(0.5, 1),
            List.of(Point.of(0, 0.5), Point.of(0.01, 0.75), Point.of(0.1, 0.9), Point.of(1, 1.0)));

    private Browsers browsers;
    private BrowserContext context;

    @BeforeAll
    void start() {
        browsers = Browsers.start();
    }

    @AfterAll
    void stop() {
        if (browsers != null) {
            browsers.close();
        }
    }

    @BeforeEach
    void newContext() {
        context = browsers.browser().newContext(new Browser.NewContextOptions().setViewportSize(1000, 800));
    }

    @AfterEach
    void closeContext() {
        context.close();
    }

    @Test
    void whoDoesNotSeeThePictureIsToldWhatItShows() {
        Page page = open(LOSS).page();
        assertThat(page.getByRole(AriaRole.IMG))
                .hasAttribute(
                        "aria-label", "What is shown Loss: 5 values, from 0 to 40; lowest 3 at 20, highest 30 at 0.");
        page.getByText("Numbers as a table").click();
        assertThat(page.locator(".chart-data tbody tr")).hasCount(5);
        assertThat(page.locator(".chart-data tbody tr").nth(1)).hasText(Pattern.compile("10\\s*12.5"));
    }

    @Test
    void arrowKeysReadValueByValue() {
        Page page = open(LOSS).page();
        page.getByRole(AriaRole.IMG).focus();
        page.keyboard().press("ArrowRight");
        assertThat(told(page)).hasText("0: Loss 30");
        page.keyboard().press("ArrowRight");
        assertThat(told(page)).hasText("10: Loss 12.5");
        assertThat(page.locator(".u-legend")).containsText("12.5");
        page.keyboard().press("ArrowLeft");
        assertThat(told(page)).hasText("0: Loss 30");
    }

    @Test
    void pointingAtThePictureShowsTheValuesThere() {
        Page page = open(LOSS).page();
        page.locator(".u-over").hover();
        assertThat(page.locator(".u-legend")).containsText("20");
        assertThat(page.locator(".u-legend")).containsText("3");
    }

    @Test
    void buttonsKeysAndDraggingZoomAndAllIsShownAgain() {
        Page page = open(LOSS).page();
        button(page, "Zoom in").click();
        assertThat(told(page)).hasText("10 – 30");
        button(page, "Zoom out").click();
        assertThat(told(page)).hasText("0 – 40");
        page.getByRole(AriaRole.IMG).focus();
        page.keyboard().press("+");
        page.keyboard().press("+");
        assertThat(told(page)).hasText("15 – 25");
        page.keyboard().press("0");
        assertThat(told(page)).hasText("0 – 40");

        String whole = picture(page);
        var box = page.locator(".u-over").boundingBox();
        page.mouse().move(box.x + box.width / 4, box.y + 20);
        page.mouse().down();
        page.mouse().move(box.x + box.width / 2, box.y + 40);
        page.mouse().up();
        page.mouse().move(0, 0);
        waitForOther(page, whole);
        page.locator(".u-over").dblclick();
        assertThat(told(page)).hasText("0 – 40");
    }

    @Test
    void aScaleIsSwitchedToDecadesAndBack() {
        Page page = open(LOSS).page();
        Locator log = button(page, "Logarithmic");
        String linear = picture(page);
        assertThat(log).hasAttribute("aria-pressed", "false");
        log.click();
        assertThat(log).hasAttribute("aria-pressed", "true");
        waitForOther(page, linear);
        log.click();
        page.waitForCondition(() -> picture(page).equals(linear));
    }

    @Test
    void aRocIsZoomedByDecadesAndKeepsItsPointAtNought() {
        ChartPage opened = open(ROC);
        Page page = opened.page();
        assertThat(button(page, "Logarithmic")).hasAttribute("aria-pressed", "true");
        assertThat(page.getByRole(AriaRole.IMG)).hasAttribute("aria-label", Pattern.compile("lowest 50 % at 0,"));
        button(page, "Zoom in").click();
        // a quarter and three quarters of three decades
        assertThat(told(page)).hasText("0.0056234 – 0.17783");
        assertThat(opened.complaints()).isEmpty();
    }

    @Test
    void theNumbersAreTakenHomeAsTheyAre() throws IOException {
        Page page = open(LOSS).page();
        Download download =
                page.waitForDownload(() -> button(page, "Download CSV").click());
        assertThat(download.suggestedFilename()).isEqualTo("What-is-shown.csv");
        assertThat(Files.readString(download.path()))
                .isEqualTo("\ufeffStep,Loss\r\n0,30\r\n10,12.5\r\n20,3\r\n30,4\r\n40,3.5");
    }

    @Test
    void whatComesLaterIsAddedAndWhatIsDoneAgainTakesThePlaceOfTheFirst() {
        Page page = open(LOSS).page();
        page.evaluate("document.querySelector('figure').dispatchEvent("
                + "new CustomEvent('chart:append', { detail: [[30, 2.5], [50, 2]] }))");
        assertThat(page.getByRole(AriaRole.IMG))
                .hasAttribute("aria-label", Pattern.compile("5 values, from 0 to 50; lowest 2 at 50"));
        page.getByText("Numbers as a table").click();
        assertThat(page.locator(".chart-data tbody th")).hasText(new String[] {"0", "10", "20", "30", "50"});
    }

    @Test
    void whoWantsLittleMotionSeesItMoveSeldom() {
        context.close();
        context = browsers.browser().newContext(new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));
        Page page = open(LOSS).page();
        page.clock().install();
        append(page, 50);
        page.clock().runFor(10);
        append(page, 60);
        page.clock().runFor(1000);
        assertThat(page.getByRole(AriaRole.IMG)).hasAttribute("aria-label", Pattern.compile("from 0 to 50;"));
        page.clock().runFor(5000);
        assertThat(page.getByRole(AriaRole.IMG)).hasAttribute("aria-label", Pattern.compile("from 0 to 60;"));
    }

    @Test
    void everyKindOfChartIsDrawnLightAndDarkAndOnAPhone() {
        Chart scores = Chart.of(
                        Kind.HISTOGRAM,
                        Axis.of("evaluation.report.cosine").from(-1, 1),
                        Axis.of("evaluation.report.share").shares(),
                        List.of(Point.of(-1, 0.0, 0.5), Point.of(0, 0.25, 0.5), Point.of(0.5, 0.75, 0.0)))
                .with(
                        List.of("benchmark.genuine", "benchmark.impostor"),
                        new Mark("evaluation.report.mean-threshold", 0.25));
        Chart bars = Chart.of(
                Kind.BARS,
                Axis.of("training.epoch"),
                Axis.of("training.steps"),
                List.of(Point.named("1", 4.0), Point.named("2", 7.0), Point.named("3–4", 0.0)));
        Chart points = Chart.of(
                Kind.SCATTER,
                Axis.of("training.learning-rate"),
                Axis.of("training.loss"),
                List.of(Point.of(0.001, 3.0), Point.of(0.01, 1.5), Point.of(0.1, 9.0)));
        for (Chart chart : List.of(LOSS, ROC, scores, bars, points)) {
            ChartPage opened = open(chart);
            Page page = opened.page();
            String light = picture(page);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            waitForOther(page, light);
            page.setViewportSize(390, 800);
            page.waitForCondition(() -> page.locator("canvas").boundingBox().width < 390);
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
            assertThat(opened.complaints()).as(chart.kind().name()).isEmpty();
            page.close();
        }
    }

    @Test
    void withoutScriptsThereIsTheTable() {
        context.close();
        context = browsers.browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        Page page = open(LOSS).page();
        assertThat(page.locator(".chart-data tbody tr").first()).isVisible();
        assertThat(page.locator(".chart-data thead th")).hasText(new String[] {"Step", "Loss"});
        assertThat(button(page, "Zoom in")).isHidden();
    }

    private ChartPage open(Chart chart) {
        return ChartPage.open(context, chart, "What is shown");
    }

    private static String picture(Page page) {
        return (String) page.evaluate("document.querySelector('canvas').toDataURL()");
    }

    /// Asked from outside: a wait within the page would need the `eval` that its Content-Security-Policy forbids.
    private static void waitForOther(Page page, String picture) {
        page.waitForCondition(() -> !picture(page).equals(picture));
    }

    private static void append(Page page, int step) {
        page.evaluate(
                "step => document.querySelector('figure').dispatchEvent("
                        + "new CustomEvent('chart:append', { detail: [[step, 2]] }))",
                step);
    }

    private static Locator told(Page page) {
        return page.getByRole(AriaRole.STATUS);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
