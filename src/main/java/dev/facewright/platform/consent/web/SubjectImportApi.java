package dev.facewright.platform.consent.web;

import dev.facewright.platform.consent.SubjectImport;
import dev.facewright.platform.consent.SubjectImport.ImportProblem;
import dev.facewright.platform.kernel.web.SmallFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/subjects/import")
@Tag(name = "Subjects")
class SubjectImportApi {
    private final SubjectImport subjects;
    private final MessageSource messages;

    SubjectImportApi(SubjectImport subjects, MessageSource messages) {
        this.subjects = subjects;
        this.messages = messages;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Register many subjects from a CSV table",
            description =
                    "UTF-8, with the heading code,purposes,notice_version,notice_language,method,given_at,expires_at."
                            + " All or nothing: every wrong line is listed and nothing is stored. A table holds no evidence:"
                            + " add it to each consent afterwards.")
    RegisteredSubjects run(@RequestPart MultipartFile file) throws IOException, BindException {
        SubjectImport.Result result = subjects.run(SmallFile.bytes(file));
        if (!result.problems().isEmpty()) {
            throw refusal(result);
        }
        return new RegisteredSubjects(result.registered());
    }

    private BindException refusal(SubjectImport.Result result) {
        var errors = new MapBindingResult(Map.of(), "file");
        for (ImportProblem problem : result.problems()) {
            errors.addError(new FieldError(
                    "file",
                    "lines[" + problem.line() + "]." + problem.column(),
                    messages.getMessage(problem.messageKey(), null, LocaleContextHolder.getLocale())));
        }
        return new BindException(errors);
    }

    record RegisteredSubjects(int registered) {}
}
