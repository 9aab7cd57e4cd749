package dev.facewright.platform.kernel.web;

import io.swagger.v3.oas.annotations.media.Schema;

/// One thing wrong with one field of what was sent.
///
/// @param field  path of the field: `options.falseAcceptRates[2]`
@Schema(name = "FieldProblem")
public record FieldProblem(String field, String message) {}
