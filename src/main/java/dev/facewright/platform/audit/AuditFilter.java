package dev.facewright.platform.audit;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/// A query as the end of an SQL statement.
record AuditFilter(List<String> conditions, MapSqlParameterSource parameters) {
    // Numbers grow with time, but for entries written at once: these let a search begin where its time is, instead of
    // at the newest entry, and a minute is far more than two of them can be out of order by.
    private static final String NOT_MUCH_BEFORE = "number >= coalesce((select number from audit_entry"
            + " where at < cast(:from as timestamptz) - interval '1 minute' order by at desc limit 1), 0)";
    private static final String NOT_MUCH_AFTER = "number <= coalesce((select number from audit_entry"
            + " where at > cast(:to as timestamptz) + interval '1 minute' order by at limit 1), 9223372036854775807)";

    /// To the letter what the indexes of looks and of changes say, or they are not used.
    private static final String LOOKS = "starts_with(action, 'looked.')";

    /// @param actions  all there are: the beginning of one is looked up in them, so that the index finds the whole
    static AuditFilter of(AuditQuery query, List<String> actions) {
        List<String> conditions = new ArrayList<>();
        var parameters = new MapSqlParameterSource();
        if (query.action() != null) {
            conditions.add("action = any(:actions)");
            parameters.addValue("actions", matching(query.action(), actions));
        }
        if (query.actor() != null) {
            conditions.add("actor_id = :actor");
            parameters.addValue("actor", query.actor());
        }
        if (query.id() != null) {
            conditions.add("id_values @> array[:id]::text[]");
            parameters.addValue("id", query.id());
        }
        if (query.kind() != null) {
            conditions.add(
                    switch (query.kind()) {
                        case LOOKS -> LOOKS;
                        case CHANGES -> "not " + LOOKS;
                    });
        }
        if (query.from() != null) {
            conditions.add("at >= :from");
            conditions.add(NOT_MUCH_BEFORE);
            parameters.addValue("from", Timestamp.from(query.from()));
        }
        if (query.to() != null) {
            conditions.add("at < :to");
            conditions.add(NOT_MUCH_AFTER);
            parameters.addValue("to", Timestamp.from(query.to()));
        }
        return new AuditFilter(conditions, parameters);
    }

    private static String[] matching(String wanted, List<String> actions) {
        return actions.stream()
                .filter(action -> action.equals(wanted) || action.startsWith(wanted + "."))
                .toArray(String[]::new);
    }

    AuditFilter and(String condition) {
        List<String> all = new ArrayList<>(conditions);
        all.add(condition);
        return new AuditFilter(all, parameters);
    }

    String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }
}
