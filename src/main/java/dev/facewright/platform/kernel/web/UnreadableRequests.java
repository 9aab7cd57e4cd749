package dev.facewright.platform.kernel.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// A request that the container cannot even read, such as one with a malformed line or header, reaches no filter and
/// no controller. Programs are told so as they are told of every other problem; browsers get the container's page.
@Component
class UnreadableRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final String SLUG = "bad-request";

    private final MessageSource messages;
    private final JsonMapper json;

    UnreadableRequests(MessageSource messages, JsonMapper json) {
        this.messages = messages;
        this.json = json;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ProblemValve()));
    }

    private String problem(int status, Locale locale) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", ProblemAnswer.URN + SLUG);
        problem.put("title", messages.getMessage("problem." + SLUG, null, locale));
        problem.put("status", status);
        problem.put("detail", messages.getMessage("problem." + SLUG + ".detail", null, locale));
        return json.writeValueAsString(problem);
    }

    private final class ProblemValve extends ErrorReportValve {
        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            boolean untold = response.getStatus() >= 400 && response.getContentWritten() == 0;
            if (untold && fromProgram(request.getRequestURI()) && response.setErrorReported()) {
                write(response, problem(response.getStatus(), request.getLocale()));
            }
        }

        /// Without a path the line itself was malformed, which no browser sends.
        private static boolean fromProgram(@Nullable String path) {
            return path == null || path.isEmpty() || path.startsWith("/api/");
        }

        private static void write(Response response, String body) {
            try {
                response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
                response.setCharacterEncoding(StandardCharsets.UTF_8);
                Writer writer = response.getReporter();
                if (writer != null) {
                    writer.write(body);
                    response.finishResponse();
                }
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }
}
