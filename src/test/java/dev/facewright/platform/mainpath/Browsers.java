package dev.facewright.platform.mainpath;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import dev.facewright.platform.TestSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A real Chromium. Where none is installed the tests that need it are skipped; on a build server they fail.
final class Browsers implements AutoCloseable {
    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");

    private final Playwright playwright;
    private final Browser browser;

    private Browsers(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of("--no-sandbox", "--disable-background-networking")));
    }

    static Browsers start() {
        Optional<Path> executable = Stream.concat(
                        Stream.ofNullable(System.getenv("FACEWRIGHT_CHROMIUM")), PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (!"true".equals(System.getenv("CI"))) {
            assumeTrue(executable.isPresent(), "No Chromium found: install it, or name one in FACEWRIGHT_CHROMIUM");
        }
        return new Browsers(executable.orElseThrow(() -> new AssertionError("A build server needs Chromium")));
    }

    /// @param name  of an account made by the session
    static Page loggedIn(BrowserContext context, TestSession session, String name) {
        Page page = context.newPage();
        page.navigate(session.address() + "/login");
        page.locator("#username").fill(name);
        page.locator("#password").fill(TestSession.PASSWORD);
        page.locator("#password").press("Enter");
        return page;
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
