package dev.facewright.platform.jobs;

import static java.util.Objects.requireNonNull;

import dev.facewright.platform.jobs.JobHandler.Work;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Jobs of all kinds together, for whoever keeps an eye on the server. Housekeeping does not show. Reads by
/// statement, since what a job is for stands in the queue's own tables.
@Service
@Transactional(readOnly = true)
public class JobBoard {
    // one that waits and was cancelled is only not taken away yet
    private static final String UNDER_WAY = """
            select j.type, j.status, q.task_data from (
                select *, row_number() over (partition by type order by created_at desc, id) as place from job
                where status in ('QUEUED', 'RUNNING') and (status = 'RUNNING' or cancel_reason is null)) j
            join (%s) q on q.task_name = j.type and q.task_instance = j.id::text
            where j.place <= :most and j.type in (:kinds) order by j.created_at desc, j.id""".formatted(Arrays.stream(JobLane.values())
            .map(lane -> "select task_name, task_instance, task_data from " + lane.table())
            .collect(Collectors.joining(" union all ")));

    /// Work that waits or runs.
    ///
    /// @param kind  the name of its type; `job.<kind>` are its words
    /// @param area  the item of the navigation it belongs to
    public record UnderWay(String kind, String area, boolean waiting, Work work) {}

    private final JdbcClient jdbc;
    private final LaneClients clients;
    private final ObjectProvider<JobHandler<?>> handlers;

    JobBoard(JdbcClient jdbc, LaneClients clients, ObjectProvider<JobHandler<?>> handlers) {
        this.jdbc = jdbc;
        this.clients = clients;
        this.handlers = handlers;
    }

    /// The newest first, at most so many of a kind.
    public List<UnderWay> underWay(int mostOfAKind) {
        Map<String, Shown<?>> shown = shown();
        return jdbc
                .sql(UNDER_WAY)
                .param("most", mostOfAKind)
                .param("kinds", shown.keySet())
                .query((row, number) -> new Queued(
                        requireNonNull(shown.get(row.getString("type"))),
                        row.getString("status").equals(JobStatus.QUEUED.name()),
                        row.getBytes("task_data")))
                .list()
                .stream()
                .flatMap(queued -> describe(queued.shown(), queued).stream())
                .toList();
    }

    /// How many failed since then, by area.
    public Map<String, Long> failedSince(Instant since) {
        Map<String, Shown<?>> shown = shown();
        Map<String, Long> failed = new TreeMap<>();
        jdbc.sql("""
                        select type, count(*) as times from job
                        where status = 'FAILED' and ended_at > :since and type in (:kinds) group by type""")
                .param("since", Timestamp.from(since))
                .param("kinds", shown.keySet())
                .query(row -> {
                    Shown<?> kind = requireNonNull(shown.get(row.getString("type")));
                    failed.merge(kind.area(), row.getLong("times"), Long::sum);
                });
        return failed;
    }

    private record Shown<P>(JobHandler<P> handler, String area) {}

    private record Queued(Shown<?> shown, boolean waiting, byte[] payload) {}

    private Map<String, Shown<?>> shown() {
        Map<String, Shown<?>> shown = new HashMap<>();
        handlers.forEach(handler -> {
            String area = handler.type().area();
            if (area != null) {
                shown.put(handler.type().name(), new Shown<>(handler, area));
            }
        });
        return shown;
    }

    private <P> Optional<UnderWay> describe(Shown<P> shown, Queued queued) {
        JobType<P> type = shown.handler().type();
        P payload = clients.serializer().deserialize(type.payload(), queued.payload());
        return shown.handler()
                .describe(payload)
                .map(work -> new UnderWay(type.name(), shown.area(), queued.waiting(), work));
    }
}
