package dev.facewright.platform.audit.web;

import dev.facewright.platform.audit.AuditLog;
import dev.facewright.platform.audit.AuditLog.AuditEntry;
import dev.facewright.platform.audit.AuditQuery;
import dev.facewright.platform.kernel.PageKey;
import dev.facewright.platform.kernel.PageView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/audit")
@Tag(name = "Audit", description = "What happened, who did it, and to what")
class AuditApi {
    private final AuditLog log;

    AuditApi(AuditLog log) {
        this.log = log;
    }

    @GetMapping
    @Operation(
            summary = "Search the audit log, newest entries first",
            description =
                    "`key` may be `next` or `previous` of another answer: deep pages are found at once by it. `kind` is"
                            + " `LOOKS` for who looked at what, `CHANGES` for everything else.")
    PageView<AuditEntry> search(
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String id,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) AuditQuery.@Nullable Kind kind,
            @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int size,
            @RequestParam(required = false) @Nullable PageKey key) {
        return log.search(new AuditQuery(action, actor, id, from, to, kind), page, size, key);
    }
}
