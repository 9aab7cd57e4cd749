package dev.facewright.platform.kernel.web;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.ModelAndView;

/// Says a problem in the words and the form of whoever asked: problem+json, a fragment for htmx, or a page.
@Component
class ProblemAnswer {
    static final String URN = "urn:facewright:problem:";

    private final MessageSource messages;

    ProblemAnswer(MessageSource messages) {
        this.messages = messages;
    }

    Object to(ServletWebRequest request, Problem problem) {
        var detail = detail(problem);
        detail.setInstance(URI.create(Routes.path(request.getRequest())));
        addHeaders(request.getResponse(), problem);
        if (Routes.isApi(request.getRequest())) {
            return ResponseEntity.status(problem.status())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(detail);
        }
        if (Routes.isHtmx(request.getRequest())) {
            showInOwnPlace(request.getResponse());
            return view("fragments/problem :: problem", problem, detail);
        }
        return view("error/problem", problem, detail);
    }

    private ProblemDetail detail(Problem problem) {
        var arguments = problem.arguments().toArray();
        var detail = ProblemDetail.forStatus(problem.status());
        detail.setType(URI.create(URN + problem.slug()));
        detail.setTitle(text("problem." + problem.slug(), arguments));
        detail.setDetail(text("problem." + problem.slug() + ".detail", arguments));
        if (!problem.errors().isEmpty()) {
            detail.setProperty("errors", problem.errors());
        }
        return detail;
    }

    private String text(String key, Object[] arguments) {
        var locale = LocaleContextHolder.getLocale();
        try {
            return messages.getMessage(key, arguments, locale);
        } catch (NoSuchMessageException e) {
            return messages.getMessage("problem.untold", new Object[] {key}, locale);
        }
    }

    private static void addHeaders(@Nullable HttpServletResponse response, Problem problem) {
        if (response == null) {
            return;
        }
        if (problem.retryAfter() != null) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER,
                    String.valueOf(Math.max(1, problem.retryAfter().toSeconds())));
        }
        if (problem.status() == HttpStatus.UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"facewright\"");
        }
    }

    /// In the page's place for problems, whatever the element was that asked.
    private static void showInOwnPlace(@Nullable HttpServletResponse response) {
        if (response != null) {
            response.setHeader("HX-Retarget", "#problem");
            response.setHeader("HX-Reswap", "innerHTML");
        }
    }

    private static ModelAndView view(String name, Problem problem, ProblemDetail detail) {
        var view = new ModelAndView(name);
        view.setStatus(problem.status());
        view.addObject("problem", detail);
        view.addObject("errors", problem.errors());
        return view;
    }
}
