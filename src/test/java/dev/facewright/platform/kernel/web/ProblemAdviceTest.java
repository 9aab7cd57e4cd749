package dev.facewright.platform.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.view;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;
import dev.facewright.platform.kernel.Refused;
import dev.facewright.platform.kernel.Temporary;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

class ProblemAdviceTest {
    private final List<Object> published = new ArrayList<>();
    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new Probe())
            .setControllerAdvice(new ProblemAdvice(new ProblemAnswer(texts()), new Refusals(published::add)))
            .setViewResolvers((name, locale) -> (model, request, response) -> {})
            .build();

    static class Rule extends DomainException {
        Rule(ProblemKind kind) {
            super(kind, "test-rule", 7);
        }
    }

    static class Wait extends DomainException implements Temporary {
        Wait() {
            super(ProblemKind.TOO_MANY, "test-rule", 7);
        }

        @Override
        public Duration retryAfter() {
            return Duration.ofSeconds(90);
        }
    }

    record Body(Map<String, List<Integer>> sizes, UUID id) {}

    @RestController
    static class Probe {
        @GetMapping({"/api/v1/rules/{kind}", "/rules/{kind}"})
        String rule(@PathVariable ProblemKind kind) {
            throw new Rule(kind);
        }

        @GetMapping("/api/v1/wait")
        String await() {
            throw new Wait();
        }

        @PostMapping("/api/v1/bodies")
        String body(@RequestBody Body body) {
            return "read";
        }

        @GetMapping("/api/v1/numbers")
        String number(@RequestParam int number) {
            return "read";
        }

        @GetMapping("/api/v1/bug")
        String bug() {
            throw new IllegalStateException("secret detail of the bug");
        }

        @GetMapping("/api/v1/silence/{where}")
        String silence(@PathVariable String where) throws SocketTimeoutException {
            var silence = new SocketTimeoutException();
            silence.setStackTrace(new StackTraceElement[] {new StackTraceElement(where, "read", null, 1)});
            throw silence;
        }

        @GetMapping("/api/v1/stale")
        String stale() {
            throw new OptimisticLockingFailureException("stale");
        }

        @GetMapping("/api/v1/violation/{state}")
        String violation(@PathVariable String state) {
            throw new DataIntegrityViolationException("violated", new SQLException("secret", state));
        }
    }

    @Test
    void aConnectionThatFallsSilentIsNoBugOfOurs() throws Exception {
        mvc.perform(get("/api/v1/silence/org.apache.tomcat.util.net.NioEndpoint"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("type").value("urn:facewright:problem:unreadable-form"));
        mvc.perform(get("/api/v1/silence/okhttp3.internal.Socket")).andExpect(status().isInternalServerError());
    }

    @ParameterizedTest
    @EnumSource(ProblemKind.class)
    void everyKindOfRefusalHasAStatusAndTheWordsOfItsRule(ProblemKind kind) throws Exception {
        mvc.perform(get("/api/v1/rules/" + kind))
                .andExpect(status().is(ProblemKinds.status(kind).value()))
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("type").value("urn:facewright:problem:test-rule"))
                .andExpect(jsonPath("title").value("Not like this"))
                .andExpect(jsonPath("detail").value("At most 7."));
    }

    @Test
    void theRefusalIsToldToTheAuditWithTheRoutesPattern() throws Exception {
        mvc.perform(get("/api/v1/rules/CONFLICT"));
        assertThat(published).containsExactly(new Refused("test-rule", "GET /api/v1/rules/{kind}"));
    }

    @Test
    void whatIsNotThereIsNoRefusal() throws Exception {
        mvc.perform(get("/api/v1/rules/NOT_FOUND"));
        assertThat(published).isEmpty();
    }

    @Test
    void anHtmxRequestGetsAFragmentForThePlaceOfProblems() throws Exception {
        mvc.perform(get("/rules/CONFLICT").header("HX-Request", "true"))
                .andExpect(status().isConflict())
                .andExpect(header().string("HX-Retarget", "#problem"))
                .andExpect(view().name("fragments/problem :: problem"));
    }

    @Test
    void aBrowserGetsAPageWithTheSameStatus() throws Exception {
        mvc.perform(get("/rules/UNPROCESSABLE"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(view().name("error/problem"))
                .andExpect(model().attributeExists("problem", "errors"));
    }

    @Test
    void whoHasToWaitIsToldHowLong() throws Exception {
        mvc.perform(get("/api/v1/wait"))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().string("Retry-After", "90"));
    }

    @Test
    void brokenJsonIsRefusedWithThePlaceAndWithoutItsContent() throws Exception {
        mvc.perform(post("/api/v1/bodies")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\n  \"id\": Anna"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("type").value("urn:facewright:problem:unreadable-json"))
                .andExpect(jsonPath("detail").value(containsString("line 2")))
                .andExpect(content().string(not(containsString("Anna"))));
    }

    @Test
    void aFieldOfTheWrongTypeIsNamedByItsPath() throws Exception {
        mvc.perform(post("/api/v1/bodies")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"sizes\": {\"small\": [1, \"Anna\"]}}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("detail").value("See sizes.small[1]."))
                .andExpect(content().string(not(containsString("Anna"))));
    }

    @Test
    void aMissingOrUnreadableParameterIsNamed() throws Exception {
        mvc.perform(get("/api/v1/numbers"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("detail").value("number is missing."));
        mvc.perform(get("/api/v1/numbers?number=seven"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("detail").value("number must be a int."));
    }

    @Test
    void aBugSaysNothingButATrace() throws Exception {
        mvc.perform(get("/api/v1/bug"))
                .andExpect(status().isInternalServerError())
                .andExpect(jsonPath("detail").value(matchesPattern("Trace [0-9a-f]{16}")))
                .andExpect(content().string(not(containsString("secret"))));
        assertThat(published).isEmpty();
    }

    @Test
    void twoChangesAtOnceAreAConflict() throws Exception {
        mvc.perform(get("/api/v1/stale")).andExpect(status().isConflict());
        mvc.perform(get("/api/v1/violation/23505")).andExpect(status().isConflict());
        mvc.perform(get("/api/v1/violation/23502")).andExpect(status().isInternalServerError());
    }

    @Test
    void anotherMethodIsRefusedAsSuch() throws Exception {
        mvc.perform(post("/api/v1/bug"))
                .andExpect(status().isMethodNotAllowed())
                .andExpect(jsonPath("type").value("urn:facewright:problem:method-not-allowed"));
    }

    private static StaticMessageSource texts() {
        var texts = new StaticMessageSource();
        texts.setUseCodeAsDefaultMessage(true);
        texts.addMessage("problem.test-rule", Locale.ENGLISH, "Not like this");
        texts.addMessage("problem.test-rule.detail", Locale.ENGLISH, "At most {0}.");
        texts.addMessage("problem.unreadable-json.detail", Locale.ENGLISH, "line {0}, column {1}");
        texts.addMessage("problem.unreadable-field.detail", Locale.ENGLISH, "See {0}.");
        texts.addMessage("problem.missing-part.detail", Locale.ENGLISH, "{0} is missing.");
        texts.addMessage("problem.wrong-type.detail", Locale.ENGLISH, "{0} must be a {1}.");
        texts.addMessage("problem.internal-error.detail", Locale.ENGLISH, "Trace {0}");
        return texts;
    }
}
