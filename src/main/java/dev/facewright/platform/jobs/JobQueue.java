package dev.facewright.platform.jobs;

import dev.facewright.platform.kernel.Actor;
import dev.facewright.platform.kernel.CurrentActor;
import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Where work is handed over. What is submitted in a transaction that rolls back was never submitted.
@Service
public class JobQueue {
    /// Why a job ends early that somebody asked to.
    public static final String CANCEL_REQUESTED = "cancel-requested";

    private final LaneClients clients;
    private final JobRepository rows;
    private final CurrentActor currentActor;
    private final JobLanes lanes;
    private final Cancellations cancellations;

    JobQueue(
            LaneClients clients,
            JobRepository rows,
            CurrentActor currentActor,
            JobLanes lanes,
            Cancellations cancellations) {
        this.clients = clients;
        this.rows = rows;
        this.currentActor = currentActor;
        this.lanes = lanes;
        this.cancellations = cancellations;
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
        rows.insert(id, type, requestedBy);
        clients.schedule(type, id, payload, QueueClock.now());
        AfterCommit.run(() -> lanes.wake(type.lane()));
        return id;
    }

    /// Ends a job early. One that has not begun never will; one that runs sees `JobContext.interrupted`; one that
    /// has ended stays as it is. A row it is for is cancelled through `Lives`, which does this too.
    ///
    /// @param reason  a slug
    @Transactional
    public void cancel(JobId id, String reason) {
        cancellations.cancel(id, reason);
    }

    /// @throws JobNotFound if there is none
    @Transactional(readOnly = true)
    public JobView view(JobId id) {
        return rows.find(id).orElseThrow(() -> new JobNotFound(id));
    }

    /// No job has this id.
    public static class JobNotFound extends DomainException {
        public JobNotFound(JobId id) {
            super(ProblemKind.NOT_FOUND, "job-not-found", id);
        }
    }
}
