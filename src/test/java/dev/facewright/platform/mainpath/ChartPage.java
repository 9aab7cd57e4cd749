package dev.facewright.platform.mainpath;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.facewright.platform.kernel.web.Chart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.FileTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/// A page with one chart and nothing else, made by the fragment and under the policy that all pages have; without a
/// server, since only the browser is looked at.
final class ChartPage {
    private static final String ADDRESS = "http://charts.test";
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; img-src 'self' data: blob:; style-src 'self'";
    private static final String UPLOT = "/META-INF/resources/webjars/uplot/1.6.30/";

    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private ChartPage(Page page) {
        this.page = page;
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    static ChartPage open(BrowserContext context, Chart chart, String shows) {
        Page page = context.newPage();
        ChartPage opened = new ChartPage(page);
        String html = html(chart, shows);
        page.route(ADDRESS + "/**", route -> answer(route, html));
        page.navigate(ADDRESS + "/");
        return opened;
    }

    Page page() {
        return page;
    }

    /// What the browser's console has as errors, broken policies among them.
    List<String> complaints() {
        return complaints;
    }

    private static void answer(Route route, String html) {
        String path = URI.create(route.request().url()).getPath();
        if (path.equals("/")) {
            route.fulfill(new Route.FulfillOptions()
                    .setBody(html)
                    .setContentType("text/html;charset=utf-8")
                    .setHeaders(Map.of("Content-Security-Policy", POLICY)));
        } else if (path.startsWith("/webjars/uplot/")) {
            route.fulfill(new Route.FulfillOptions()
                    .setBodyBytes(webjar(path.substring("/webjars/uplot/".length())))
                    .setContentType(path.endsWith(".css") ? "text/css" : "text/javascript"));
        } else {
            route.fulfill(new Route.FulfillOptions().setPath(Path.of("frontend-templates/static" + path)));
        }
    }

    private static byte[] webjar(String file) {
        try (InputStream stream = Objects.requireNonNull(ChartPage.class.getResourceAsStream(UPLOT + file))) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String html(Chart chart, String shows) {
        var templates = new FileTemplateResolver();
        templates.setPrefix("frontend-templates/");
        templates.setSuffix(".html");
        var texts = new ResourceBundleMessageSource();
        texts.setBasenames("messages/layout", "messages/training", "messages/evaluation", "messages/benchmarks");
        texts.setDefaultEncoding("UTF-8");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        engine.setTemplateEngineMessageSource(texts);
        var exchange = JakartaServletWebApplication.buildApplication(new MockServletContext())
                .buildExchange(new MockHttpServletRequest(), new MockHttpServletResponse());
        var context = new WebContext(exchange, Locale.ENGLISH, Map.of("chart", chart, "shows", shows));
        return "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'>"
                + "<link rel=stylesheet href=/css/facewright.css><body><main class=content>"
                + engine.process("fragments/chart", Set.of("scripts"), context)
                + engine.process("fragments/chart", Set.of("chart"), context)
                + "</main>";
    }
}
