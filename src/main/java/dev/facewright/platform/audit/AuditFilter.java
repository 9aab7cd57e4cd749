package dev.facewright.platform.audit;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/// A query as the end of an SQL statement.
record AuditFilter(String where, MapSqlParameterSource parameters) {
    static AuditFilter of(AuditQuery query) {
        List<String> conditions = new ArrayList<>();
        var parameters = new MapSqlParameterSource();
        if (query.action() != null) {
            conditions.add("(action = :action or starts_with(action, :action || '.'))");
            parameters.addValue("action", query.action());
        }
        if (query.actor() != null) {
            conditions.add("actor_id = :actor");
            parameters.addValue("actor", query.actor());
        }
        if (query.id() != null) {
            conditions.add("id_values @> array[:id]::text[]");
            parameters.addValue("id", query.id());
        }
        if (query.from() != null) {
            conditions.add("at >= :from");
            parameters.addValue("from", Timestamp.from(query.from()));
        }
        if (query.to() != null) {
            conditions.add("at < :to");
            parameters.addValue("to", Timestamp.from(query.to()));
        }
        return new AuditFilter(conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions), parameters);
    }
}
