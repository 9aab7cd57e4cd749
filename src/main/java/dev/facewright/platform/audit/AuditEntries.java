package dev.facewright.platform.audit;

import dev.facewright.platform.audit.AuditLog.AuditEntry;
import dev.facewright.platform.kernel.Actor;
import dev.facewright.platform.kernel.AuditFacts;
import dev.facewright.platform.kernel.Fact;
import dev.facewright.platform.kernel.PageKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The log's table. SQL by hand: appends, and searches of a million entries as the benchmark `million` measures them.
@Repository
class AuditEntries {
    private static final int FETCH_SIZE = 500;
    private static final TypeReference<TreeMap<String, String>> IDS = new TypeReference<>() {};

    private final NamedParameterJdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate streaming;
    private final JsonMapper json;

    AuditEntries(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
        var fetching = new JdbcTemplate(java.util.Objects.requireNonNull(jdbc.getDataSource()));
        fetching.setFetchSize(FETCH_SIZE);
        this.streaming = new NamedParameterJdbcTemplate(fetching);
        this.json = json;
    }

    void add(Instant at, Actor actor, AuditFacts facts) {
        jdbc.update(
                """
                insert into audit_entry (at, actor_kind, actor_id, action, ids, id_values)
                values (:at, :kind, :actor, :action, :ids::jsonb, :values)
                """,
                Map.of(
                        "at", Timestamp.from(at),
                        "kind", actor.kind().name(),
                        "actor", actor.id(),
                        "action", facts.action(),
                        "ids", json.writeValueAsString(facts.texts()),
                        "values", searchable(facts)));
    }

    private static String[] searchable(AuditFacts facts) {
        return facts.facts().stream().map(Fact::searched).flatMap(List::stream).toArray(String[]::new);
    }

    /// Skips in the index alone, and reads what is left.
    List<AuditEntry> find(AuditQuery query, int page, int size) {
        var filter = filter(query);
        filter.parameters().addValue("limit", size).addValue("offset", (long) page * size);
        return jdbc.query(
                "select * from audit_entry where number in (select number from audit_entry" + filter.where()
                        + " order by number desc limit :limit offset :offset) order by number desc",
                filter.parameters(),
                (row, index) -> entry(row));
    }

    List<AuditEntry> find(AuditQuery query, PageKey key, int size) {
        var filter = filter(query).and(key.before() ? "number > :key" : "number < :key");
        filter.parameters().addValue("limit", size).addValue("key", key.number(0));
        var found = jdbc.query(
                "select * from audit_entry" + filter.where() + " order by number " + (key.before() ? "asc" : "desc")
                        + " limit :limit",
                filter.parameters(),
                (row, index) -> entry(row));
        return key.before() ? found.reversed() : found;
    }

    /// At most one more than `most`.
    long count(AuditQuery query, int most) {
        var filter = filter(query);
        filter.parameters().addValue("most", most + 1);
        var count = jdbc.queryForObject(
                "select count(*) from (select from audit_entry" + filter.where() + " limit :most) counted",
                filter.parameters(),
                Long.class);
        return count == null ? 0 : count;
    }

    void forEach(AuditQuery query, Consumer<AuditEntry> reader) {
        var filter = filter(query);
        RowCallbackHandler eachRow = row -> reader.accept(entry(row));
        streaming.query(
                "select * from audit_entry" + filter.where() + " order by number desc", filter.parameters(), eachRow);
    }

    /// Jumps from each action to the next through the index instead of reading the whole log.
    List<String> actions() {
        return jdbc.getJdbcTemplate().queryForList("""
                        with recursive known as (
                            (select action from audit_entry order by action limit 1)
                            union all
                            select (select e.action from audit_entry e where e.action > known.action
                                    order by e.action limit 1)
                            from known where known.action is not null)
                        select action from known where action is not null
                        """, String.class);
    }

    /// Whether the role that asks could change or remove entries, by owning them or by what it was granted.
    boolean changeable() {
        return Boolean.TRUE.equals(jdbc.getJdbcTemplate().queryForObject("""
                        select pg_has_role(c.relowner, 'MEMBER')
                            or has_table_privilege(c.oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER')
                        from pg_class c where c.oid = 'audit_entry'::regclass
                        """, Boolean.class));
    }

    private AuditFilter filter(AuditQuery query) {
        var action = query.action();
        return AuditFilter.of(query, action == null ? List.of() : actions());
    }

    private AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("number"),
                row.getTimestamp("at").toInstant(),
                new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor_id")),
                row.getString("action"),
                json.readValue(row.getString("ids"), IDS));
    }
}
