package dev.facewright.platform.kernel.web;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.Refused;
import dev.facewright.platform.kernel.Temporary;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/// Turns every exception that leaves a controller or a security filter into an answer.
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String UNIQUE_VIOLATION = "23505";
    /// U+0000, which Postgres keeps in no text and in no JSON.
    private static final Set<String> UNSTORABLE_CHARACTERS = Set.of("22021", "22P05");

    private final ProblemAnswer answer;
    private final Refusals refusals;

    ProblemAdvice(ProblemAnswer answer, Refusals refusals) {
        this.answer = answer;
        this.refusals = refusals;
    }

    @ExceptionHandler
    Object refused(DomainException refusal, ServletWebRequest request) {
        refusals.record(refusal, request.getRequest());
        var problem = Problem.of(
                refusal.slug(),
                ProblemKinds.status(refusal.kind()),
                refusal.arguments().toArray());
        return answer.to(
                request,
                refusal instanceof Temporary temporary ? problem.withRetryAfter(temporary.retryAfter()) : problem);
    }

    @ExceptionHandler
    Object forbidden(AccessDeniedException denied, ServletWebRequest request) {
        refusals.record("forbidden", request.getRequest());
        return answer.to(request, Problem.of("forbidden", HttpStatus.FORBIDDEN));
    }

    @ExceptionHandler
    Object unauthenticated(AuthenticationException failure, ServletWebRequest request) {
        refusals.record(Refused.UNAUTHENTICATED, request.getRequest());
        return answer.to(request, Problem.of(Refused.UNAUTHENTICATED, HttpStatus.UNAUTHORIZED));
    }

    @ExceptionHandler
    Object changedMeanwhile(ConcurrencyFailureException conflict, ServletWebRequest request) {
        return answer.to(request, Problem.of("changed-meanwhile", HttpStatus.CONFLICT));
    }

    @ExceptionHandler
    Object violated(DataIntegrityViolationException violation, ServletWebRequest request) {
        String state = violation.getMostSpecificCause() instanceof SQLException sql ? sql.getSQLState() : null;
        if (UNIQUE_VIOLATION.equals(state)) {
            return answer.to(request, Problem.of("already-exists", HttpStatus.CONFLICT));
        }
        return state != null && UNSTORABLE_CHARACTERS.contains(state)
                ? answer.to(request, Problem.of("unstorable-text", HttpStatus.BAD_REQUEST))
                : bug(violation, request);
    }

    /// The reader has gone away: there is nobody to answer.
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException gone) {
        log.debug("The client went away", gone);
    }

    @ExceptionHandler
    Object other(Exception exception, ServletWebRequest request) {
        var unreadable = RequestProblems.of(exception);
        return unreadable.isPresent() ? answer.to(request, unreadable.get()) : bug(exception, request);
    }

    private Object bug(Exception bug, ServletWebRequest request) {
        var trace = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        log.error("Trace {}: {} {} failed", trace, request.getHttpMethod(), Routes.pattern(request.getRequest()), bug);
        return answer.to(request, Problem.of("internal-error", HttpStatus.INTERNAL_SERVER_ERROR, trace));
    }
}
