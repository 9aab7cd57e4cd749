package dev.facewright.platform.mainpath;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.facewright.platform.Eventually;
import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestSession;
import dev.facewright.platform.accounts.Role;
import dev.facewright.platform.consent.People;
import dev.facewright.platform.datasets.Pictures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What a stranger does in the first five minutes, in a real browser.
@FacewrightTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MainPathInBrowserTest {
    private static final double MINUTES = 60_000;

    private final TestSession session;
    private final List<String> complaints = new ArrayList<>();
    private Browsers browsers;
    private BrowserContext context;
    private Page page;

    MainPathInBrowserTest(TestSession session) {
        this.session = session;
    }

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
    void logIn() {
        String name = "b" + UUID.randomUUID().toString().substring(0, 12);
        session.newAccount(name, Set.of(Role.DATA_OWNER, Role.ML_ENGINEER, Role.COMPLIANCE));
        context = browsers.browser().newContext();
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + " " + message.text());
            }
        });
        open("/");
        page.getByLabel("User name").fill(name);
        page.getByLabel("Password").fill(TestSession.PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Home");
    }

    @AfterEach
    void closePage() {
        context.close();
    }

    @Test
    void aConsentedDatasetBecomesAModelAndAWithdrawalQuarantinesIt() {
        List<String> codes = List.of(register(), register(), register());
        String dataset = createDataset();
        upload(codes);
        open(dataset);
        assertThat(page.locator(".thumb")).hasCount(12);
        seal();
        watchARunFinish();
        page.locator("#run-state").getByRole(AriaRole.LINK).first().click();
        String model = page.url();
        assertThat(page.locator("h1")).containsText("Active");

        withdraw(codes.getFirst());

        open(dataset);
        assertThat(page.locator(".thumb")).hasCount(8);
        Eventually.eventually(() -> {
            page.navigate(model);
            assertThat(page.locator("h1")).containsText("Quarantined", atOnce());
        });
        assertThat(complaints).isEmpty();
    }

    @Test
    void pagesSpeakChineseAndTheKeyboardReachesTheContent() {
        page.keyboard().press("Tab");
        assertThat(page.locator(":focus")).hasText("Skip to the content");
        page.keyboard().press("Enter");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("中文")).click();
        assertThat(page.locator("html")).hasAttribute("lang", "zh");
        assertThat(page.locator("h1")).not().hasText("Home");
        assertThat(complaints).isEmpty();
    }

    private String register() {
        String code = "p-" + UUID.randomUUID().toString().substring(0, 8);
        open("/people/new");
        page.locator("#code").fill(code);
        page.locator("input[name=purposes][value=TRAINING]").check();
        page.locator("#noticeVersion").fill("2026-01");
        page.locator("#noticeLanguage").fill("en");
        page.locator("#method").selectOption("WRITTEN_FORM");
        page.locator("#givenOn").fill("2026-01-02");
        page.locator("#evidence").setInputFiles(new FilePayload("form.pdf", "application/pdf", People.SIGNED_FORM));
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("h1")).containsText(code);
        return code;
    }

    private String createDataset() {
        open("/datasets/new");
        page.locator("#name").fill("browser " + UUID.randomUUID());
        page.locator("input[name=purpose][value=TRAINING]").check();
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("#upload-form")).isVisible();
        return page.url();
    }

    private void upload(List<String> codes) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String code : codes) {
            files.putAll(Pictures.folder(code, code.hashCode(), 4));
        }
        page.locator("#archive").setInputFiles(new FilePayload("faces.zip", "application/zip", Pictures.zip(files)));
        page.locator("#upload-form button[type=submit]").click();
        assertThat(page.locator("#upload-progress a.btn-primary"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(MINUTES));
    }

    private void seal() {
        page.locator("#validationFraction").fill("0.25");
        page.locator("#seal button[type=submit]").click();
        assertThat(page.getByText("SHA-256 of the manifest")).isVisible();
    }

    private void watchARunFinish() {
        open("/runs/new");
        page.locator("#name").fill("browser run");
        page.locator("#dataset").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        Map.of("network.widthFactor", "0.25", "network.embeddingDimensions", "16", "epochs", "3", "batchSize", "4")
                .forEach((field, value) ->
                        page.locator("[name='recipe[" + field + "]']").fill(value));
        page.locator("main form#run-form > button.btn-primary").click();
        assertThat(page.locator("#run-state[data-status=SUCCEEDED]"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(2 * MINUTES));
        assertThat(page.locator("#run-charts canvas").first()).isVisible();
    }

    private void withdraw(String code) {
        open("/people?code=" + code);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(code)).click();
        page.locator("a.btn-danger").click();
        page.locator("main button.btn-danger").click();
        assertThat(page.locator(".flash")).isVisible();
    }

    private void open(String path) {
        page.navigate(path.startsWith("http") ? path : session.address() + path);
    }

    private static LocatorAssertions.ContainsTextOptions atOnce() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(500);
    }
}
