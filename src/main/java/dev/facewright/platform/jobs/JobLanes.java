package dev.facewright.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.facewright.platform.kernel.ServerSettings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// The threads that take jobs: one scheduler a lane. Starts last and stops first, so that a job going down
/// can still reach everything it works with. A process with the role `server` takes none.
@Component
class JobLanes implements SmartLifecycle {
    private final Map<JobLane, Scheduler> schedulers = new ConcurrentHashMap<>();
    private final ObjectProvider<JobHandler<?>> handlers;
    private final JobRunner runner;
    private final LaneClients clients;
    private final DataSource dataSource;
    private final JobSettings settings;
    private final boolean takesJobs;

    JobLanes(
            ObjectProvider<JobHandler<?>> handlers,
            JobRunner runner,
            LaneClients clients,
            DataSource dataSource,
            JobSettings settings,
            ServerSettings server) {
        this.handlers = handlers;
        this.runner = runner;
        this.clients = clients;
        this.dataSource = dataSource;
        this.settings = settings;
        this.takesJobs = server.role().runsJobs();
    }

    @Override
    public void start() {
        if (takesJobs) {
            for (JobLane lane : JobLane.values()) {
                schedulers.put(lane, scheduler(lane));
            }
            schedulers.values().forEach(Scheduler::start);
        }
    }

    @Override
    public void stop() {
        // At once and not one after the other: each waits for its running jobs.
        schedulers.values().parallelStream().forEach(Scheduler::stop);
        schedulers.clear();
    }

    @Override
    public boolean isRunning() {
        return !schedulers.isEmpty();
    }

    /// Looks for due work now instead of at the next poll.
    void wake(JobLane lane) {
        Scheduler scheduler = schedulers.get(lane);
        if (scheduler != null) {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    private Scheduler scheduler(JobLane lane) {
        List<Task<?>> tasks = handlers.stream()
                .filter(handler -> handler.type().lane() == lane)
                .<Task<?>>map(this::task)
                .toList();
        int threads = lane == JobLane.TRAINING ? 1 : settings.threads();
        // By the upper limit a process locks no more jobs than it has threads: others would wait behind long ones here
        // while another process is idle.
        return Scheduler.create(dataSource, tasks)
                .tableName(lane.table())
                .serializer(clients.serializer())
                .threads(threads)
                .pollUsingLockAndFetch(0.5 / threads, 1.0)
                .pollingInterval(settings.polling())
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(settings.missedHeartbeats())
                .shutdownMaxWait(settings.shutdownWait())
                .clock(QueueClock.CLOCK)
                .commitWhenAutocommitDisabled(true)
                .build();
    }

    private <P> Task<P> task(JobHandler<P> handler) {
        return Tasks.custom(handler.type().name(), handler.type().payload())
                .onDeadExecutionRevive()
                .onFailure(new FailureHandler.OnFailureRetryLater<>(settings.retryDelay()))
                .execute((instance, context) -> runner.deliver(
                                handler, JobId.of(instance.getId()), instance.getData(), context.getSchedulerState())
                        .<CompletionHandler<P>>map(delay -> (complete, operations) -> operations.reschedule(
                                complete, complete.getTimeDone().plus(delay)))
                        .orElseGet(CompletionHandler.OnCompleteRemove::new));
    }
}
