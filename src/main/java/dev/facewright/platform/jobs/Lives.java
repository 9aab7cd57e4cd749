package dev.facewright.platform.jobs;

import dev.facewright.platform.jobs.JobOutcome.Cancelled;
import dev.facewright.platform.jobs.JobOutcome.Failed;
import dev.facewright.platform.jobs.JobOutcome.Succeeded;
import dev.facewright.platform.jobs.LifeChange.CancelRequested;
import dev.facewright.platform.kernel.DomainEvent;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Takes living rows from one status to the next, each time with its owner's event. Beginnings, failures and
/// whatever else a job brings about happen by themselves, around `JobHandler.run`; an owner ends its row itself
/// where that belongs into one transaction with something else.
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Lives {
    private final Cancellations cancellations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Lives(Cancellations cancellations, ApplicationEventPublisher events, Clock clock) {
        this.cancellations = cancellations;
        this.events = events;
        this.clock = clock;
    }

    /// @param row  locked
    public void succeed(Living row) {
        row.life().allDone();
        change(row, new Succeeded());
    }

    /// @param row  locked
    public void fail(Living row, Failed how) {
        change(row, how);
    }

    /// Ends it early: at once while it waits, otherwise as soon as its job sees that. Nothing happens to one that
    /// has ended, or was asked to before.
    ///
    /// @param row  locked
    /// @param reason  a slug
    public void cancel(Living row, String reason) {
        Life life = row.life();
        if (life.ended() || life.cancelling()) {
            return;
        }
        life.job().ifPresent(job -> cancellations.cancel(job, reason));
        change(row, life.status() == JobStatus.QUEUED ? new Cancelled(reason) : new CancelRequested(reason));
    }

    /// @param row  locked
    void change(Living row, LifeChange change) {
        if (row.life().take(change, clock.instant())) {
            DomainEvent event = row.event(change);
            if (event != null) {
                events.publishEvent(event);
            }
        }
    }
}
