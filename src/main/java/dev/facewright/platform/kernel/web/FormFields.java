package dev.facewright.platform.kernel.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.BindStatus;
import org.springframework.web.servlet.support.RequestContext;

/// What a form has for its fields, as templates ask for it by `@forms`: Thymeleaf itself tells it only to inputs whose
/// type is written out.
@Component("forms")
class FormFields {
    /// @param text  as it was typed, even if it makes no sense
    /// @param value  what it was understood as
    /// @param problem  in the reader's language; null if there is none
    public record Field(
            @Nullable Object text,
            @Nullable Object value,
            @Nullable String problem) {}

    /// @param form  what its `th:object` says, such as `${form}`; null for a form without one: nothing is known then
    public @Nullable Field at(RequestContext request, @Nullable String form, String field) {
        if (form == null) {
            return null;
        }
        String attribute = form.substring("${".length(), form.length() - "}".length());
        BindStatus status = request.getBindStatus(attribute + "." + field);
        List<String> problems = List.of(status.getErrorMessages());
        // where one field made no sense there is no object, and the others are told as they were understood alone
        Object value = status.getActualValue() == null ? status.getValue() : status.getActualValue();
        return new Field(status.getValue(), value, problems.isEmpty() ? null : String.join(" ", problems));
    }
}
