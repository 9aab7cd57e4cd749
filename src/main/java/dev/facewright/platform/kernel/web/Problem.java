package dev.facewright.platform.kernel.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// A refusal on its way to whoever asked.
///
/// @param slug  key of its texts: `problem.<slug>` and `problem.<slug>.detail`
/// @param arguments  of the detail text
record Problem(
        String slug,
        HttpStatus status,
        List<Object> arguments,
        List<FieldProblem> errors,
        @Nullable Duration retryAfter) {
    static Problem of(String slug, HttpStatus status, Object... arguments) {
        return new Problem(slug, status, List.of(arguments), List.of(), null);
    }

    static Problem invalid(List<FieldProblem> errors) {
        return new Problem("invalid-input", HttpStatus.UNPROCESSABLE_CONTENT, List.of(), errors, null);
    }

    Problem withRetryAfter(Duration wait) {
        return new Problem(slug, status, arguments, errors, wait);
    }

    /// One thing wrong with one field of what was sent.
    ///
    /// @param field  path of the field: `options.falseAcceptRates[2]`
    @Schema(name = "FieldProblem")
    public record FieldProblem(String field, String message) {}
}
