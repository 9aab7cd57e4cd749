package dev.facewright.platform.kernel.web;

import dev.facewright.platform.kernel.web.Problem.FieldProblem;
import jakarta.validation.ConstraintViolationException;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import tools.jackson.core.JacksonException;

/// What is wrong with a request that never got as far as a rule: it could not be read, or its fields do not
/// hold.
final class RequestProblems {
    private RequestProblems() {}

    /// Empty if the exception is not about the request.
    static Optional<Problem> of(Exception exception) {
        return Optional.ofNullable(
                switch (exception) {
                    case BindException e -> Problem.invalid(fields(e.getBindingResult()));
                    case HandlerMethodValidationException e -> Problem.invalid(parameters(e));
                    case ConstraintViolationException e -> Problem.invalid(violations(e));
                    case HttpMessageNotReadableException e -> unreadable(e);
                    case MethodArgumentTypeMismatchException e -> wrongType(e.getName(), e);
                    case TypeMismatchException e -> wrongType(String.valueOf(e.getPropertyName()), e);
                    case MissingServletRequestPartException e -> missing(e.getRequestPartName());
                    case MissingServletRequestParameterException e -> missing(e.getParameterName());
                    case MaxUploadSizeExceededException e ->
                        Problem.of("upload-too-large", HttpStatus.CONTENT_TOO_LARGE);
                    case MultipartException e -> Problem.of("unreadable-form", HttpStatus.BAD_REQUEST);
                    case IOException e when cutOff(e) -> Problem.of("unreadable-form", HttpStatus.BAD_REQUEST);
                    case ErrorResponse e ->
                        framework(HttpStatus.valueOf(e.getStatusCode().value()));
                    default -> null;
                });
    }

    private static List<FieldProblem> fields(BindingResult result) {
        return result.getAllErrors().stream()
                .map(error -> new FieldProblem(
                        error instanceof FieldError field ? field.getField() : error.getObjectName(),
                        String.valueOf(error.getDefaultMessage())))
                .toList();
    }

    private static List<FieldProblem> parameters(HandlerMethodValidationException e) {
        return e.getParameterValidationResults().stream()
                .flatMap(result -> result instanceof ParameterErrors errors
                        ? errors.getFieldErrors().stream()
                                .map(error ->
                                        new FieldProblem(error.getField(), String.valueOf(error.getDefaultMessage())))
                        : result.getResolvableErrors().stream()
                                .map(error -> new FieldProblem(
                                        String.valueOf(
                                                result.getMethodParameter().getParameterName()),
                                        String.valueOf(error.getDefaultMessage()))))
                .toList();
    }

    private static List<FieldProblem> violations(ConstraintViolationException e) {
        return e.getConstraintViolations().stream()
                .map(violation -> new FieldProblem(violation.getPropertyPath().toString(), violation.getMessage()))
                .toList();
    }

    /// Says where the body stops making sense, never what stands there: it may be personal data.
    private static Problem unreadable(HttpMessageNotReadableException e) {
        return switch (e.getCause()) {
            case JacksonException at
            when !at.getPath().isEmpty() -> Problem.of("unreadable-field", HttpStatus.BAD_REQUEST, path(at));
            case JacksonException at
            when at.getLocation() != null && at.getLocation().getLineNr() > 0 ->
                Problem.of(
                        "unreadable-json",
                        HttpStatus.BAD_REQUEST,
                        at.getLocation().getLineNr(),
                        at.getLocation().getColumnNr());
            case null, default -> Problem.of("unreadable-body", HttpStatus.BAD_REQUEST);
        };
    }

    private static String path(JacksonException at) {
        var path = new StringBuilder();
        for (var step : at.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    private static Problem wrongType(String name, TypeMismatchException e) {
        var type = e.getRequiredType() == null ? "value" : e.getRequiredType().getSimpleName();
        return Problem.of("wrong-type", HttpStatus.BAD_REQUEST, name, type);
    }

    /// Whether the connection ended, or fell silent, before the request was whole. A file or store of ours that
    /// does so is another matter, and only where the exception comes from tells the two apart.
    private static boolean cutOff(IOException e) {
        var trace = e.getStackTrace();
        return (e instanceof EOFException || e instanceof SocketTimeoutException)
                && trace.length > 0
                && trace[0].getClassName().startsWith("org.apache.tomcat.");
    }

    private static Problem missing(String name) {
        return Problem.of("missing-part", HttpStatus.BAD_REQUEST, name);
    }

    private static Problem framework(HttpStatus status) {
        var slug = switch (status) {
            case NOT_FOUND -> "not-found";
            case METHOD_NOT_ALLOWED -> "method-not-allowed";
            case NOT_ACCEPTABLE -> "not-acceptable";
            case UNSUPPORTED_MEDIA_TYPE -> "media-type-unsupported";
            case CONTENT_TOO_LARGE -> "upload-too-large";
            case SERVICE_UNAVAILABLE -> "unavailable";
            default -> status.is5xxServerError() ? "failed" : "bad-request";
        };
        return Problem.of(slug, status);
    }
}
