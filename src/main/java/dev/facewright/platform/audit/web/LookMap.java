package dev.facewright.platform.audit.web;

import dev.facewright.platform.audit.Look;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What each page and each resource lets somebody look at of people, in one place. One that is in neither list is
/// looked at as something that nobody has said yet what it is, and a test demands that there be none.
final class LookMap {
    /// @param pattern  of the route, as its controller has it
    /// @param id  what the variable `id` of the route is
    record Seen(String pattern, Look what, String id) {}

    private static final Map<String, Seen> SEEN = Stream.of(
                    of(Look.PEOPLE, "", "/people", "/api/v1/subjects"),
                    of(
                            Look.PERSON,
                            "subject",
                            "/people/{id}",
                            "/people/{id}/consents/new",
                            "/people/{id}/consents/{consent}/withdrawal",
                            "/api/v1/subjects/{id}",
                            "/api/v1/subjects/{id}/consents",
                            "/api/v1/subjects/{id}/consents/{consent}",
                            "/people/{id}/receipt",
                            "/api/v1/subjects/{id}/receipt",
                            "/erasures/{subject}",
                            "/erasures/{subject}/certificate",
                            "/api/v1/erasures/{subject}",
                            "/api/v1/erasures/{subject}/certificate"),
                    of(
                            Look.EVIDENCE,
                            "subject",
                            "/people/{id}/consents/{consent}/evidence",
                            "/api/v1/subjects/{id}/consents/{consent}/evidence"),
                    of(Look.FACES, "dataset", "/datasets/{id}/images/{image}/crop"),
                    of(
                            Look.FACES,
                            "image",
                            "/api/v1/datasets/{dataset}/images/{id}/content",
                            "/api/v1/datasets/{dataset}/images/{id}/crop"),
                    of(Look.FACES, "", "/runs/new/augmentation"),
                    of(
                            Look.IMAGES,
                            "dataset",
                            "/datasets/{id}",
                            "/datasets/{id}/evidence",
                            "/api/v1/datasets/{id}/unproven"),
                    of(
                            Look.IMAGES,
                            "image",
                            "/api/v1/datasets/{dataset}/images",
                            "/api/v1/datasets/{dataset}/images/{id}"),
                    of(
                            Look.UPLOAD,
                            "upload",
                            "/datasets/{dataset}/uploads/{id}",
                            "/datasets/{dataset}/uploads/{id}/progress",
                            "/api/v1/datasets/{dataset}/uploads/{id}/refusals"),
                    of(
                            Look.VERSION,
                            "dataset-version",
                            "/datasets/{dataset}/versions/{id}",
                            "/api/v1/dataset-versions/{id}/subjects"),
                    of(
                            Look.MANIFEST,
                            "dataset-version",
                            "/datasets/{dataset}/versions/{id}/manifest",
                            "/api/v1/dataset-versions/{id}/manifest"),
                    of(Look.SCORES, "evaluation", "/evaluations/{id}/scores", "/api/v1/evaluations/{id}/scores"),
                    of(Look.BUNDLE, "export", "/exports/{id}/bundle", "/api/v1/exports/{id}/bundle"),
                    of(Look.AUDIT_LOG, "", "/audit", "/audit/entries.csv", "/api/v1/audit"),
                    of(Look.ACCOUNTS, "account", "/users", "/users/{id}", "/api/v1/users", "/api/v1/users/{id}"))
            .flatMap(each -> each)
            .collect(Collectors.toUnmodifiableMap(Seen::pattern, each -> each));

    private LookMap() {}

    static Map<String, Seen> seen() {
        return SEEN;
    }

    /// Empty if there is nothing of people there.
    static Optional<Seen> of(String pattern) {
        return LooklessRoutes.PATTERNS.contains(pattern)
                ? Optional.empty()
                : Optional.of(SEEN.getOrDefault(pattern, new Seen(pattern, Look.OTHER, "object")));
    }

    private static Stream<Seen> of(Look what, String id, String... patterns) {
        return Stream.of(patterns).map(pattern -> new Seen(pattern, what, id));
    }
}
