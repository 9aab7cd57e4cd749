package dev.facewright.platform.audit.web;

import dev.facewright.platform.audit.AuditQuery;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.util.UriComponentsBuilder;

/// The filters above the log, with whole days in UTC.
record AuditForm(
        AuditQuery.@Nullable Kind kind,
        @Nullable String action,
        @Nullable String actor,
        @Nullable String id,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate from,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate to) {
    AuditQuery query() {
        return new AuditQuery(
                action,
                actor,
                id,
                from == null ? null : from.atStartOfDay().toInstant(ZoneOffset.UTC),
                to == null ? null : to.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC),
                kind);
    }

    /// The given path with these filters as its query.
    String url(String path) {
        var url = UriComponentsBuilder.fromPath(path);
        add(url, "kind", kind);
        add(url, "action", action);
        add(url, "actor", actor);
        add(url, "id", id);
        add(url, "from", from);
        add(url, "to", to);
        return url.build().encode().toUriString();
    }

    private static void add(UriComponentsBuilder url, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            url.queryParam(name, value.toString().strip().replace("{", "").replace("}", ""));
        }
    }
}
