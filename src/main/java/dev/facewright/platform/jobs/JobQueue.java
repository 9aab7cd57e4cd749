package dev.facewright.platform.jobs;

import dev.facewright.platform.kernel.Actor;
import dev.facewright.platform.kernel.CurrentActor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Where work is handed over. What is submitted in a transaction that rolls back was never submitted.
@Service
public class JobQueue {
    private final LaneClients clients;
    private final JobTable table;
    private final CurrentActor currentActor;
    private final JobLanes lanes;
    private final StopSignals stopSignals;

    JobQueue(LaneClients clients, JobTable table, CurrentActor currentActor, JobLanes lanes, StopSignals stopSignals) {
        this.clients = clients;
        this.table = table;
        this.currentActor = currentActor;
        this.lanes = lanes;
        this.stopSignals = stopSignals;
    }

    /// Queues the work in the caller's transaction, on behalf of whoever acts now.
    @Transactional
    public <P> JobId submit(JobType<P> type, P payload) {
        return submit(type, payload, currentActor.get());
    }

    /// Queues the work in the caller's transaction; it will run as `requestedBy`.
    @Transactional
    public <P> JobId submit(JobType<P> type, P payload, Actor requestedBy) {
        JobId id = JobId.random();
        table.insert(id, type, requestedBy);
        clients.schedule(type, id, payload, QueueClock.now());
        afterCommit(() -> lanes.wake(type.lane()));
        return id;
    }

    /// Asks a job to stop. One that has not begun never will; one that runs sees `JobContext.stopRequested`;
    /// one that has ended stays as it is.
    @Transactional
    public void requestStop(JobId id) {
        table.requestStop(id);
        afterCommit(() -> stopSignals.ask(id));
    }

    /// @throws JobNotFound if there is none
    @Transactional(readOnly = true)
    public JobView view(JobId id) {
        return table.find(id).orElseThrow(() -> new JobNotFound(id));
    }

    /// Not an event: it is only this process's business, and lost with it.
    private static void afterCommit(Runnable action) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }
}
