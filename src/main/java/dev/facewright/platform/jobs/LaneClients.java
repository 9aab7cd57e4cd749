package dev.facewright.platform.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.boot.autoconfigure.Jackson3Serializer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes to each lane's table within the caller's transaction. Knows no handlers, since handlers submit jobs
/// too.
@Component
class LaneClients {
    private final Map<JobLane, SchedulerClient> clients = new EnumMap<>(JobLane.class);
    private final Serializer serializer;

    LaneClients(DataSource dataSource, JsonMapper json) {
        serializer = new Jackson3Serializer(json);
        var transactional = new TransactionAwareDataSourceProxy(dataSource);
        for (JobLane lane : JobLane.values()) {
            clients.put(
                    lane,
                    SchedulerClient.Builder.create(transactional, List.of())
                            .serializer(serializer)
                            .tableName(lane.table())
                            .build());
        }
    }

    /// As JSON: Java's own serialisation would tie queued rows to class files.
    Serializer serializer() {
        return serializer;
    }

    <P> void schedule(JobType<P> type, JobId id, P payload, Instant due) {
        var instance = new TaskInstance.Builder<P>(type.name(), id.toString())
                .data(payload)
                .build();
        Objects.requireNonNull(clients.get(type.lane()))
                .schedule(instance, due, ScheduleOptions.WHEN_EXISTS_DO_NOTHING);
    }
}
