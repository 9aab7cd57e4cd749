package dev.facewright.platform.erasure;

import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.jobs.JobContext;
import dev.facewright.platform.jobs.JobHandler;
import dev.facewright.platform.jobs.JobOutcome;
import dev.facewright.platform.jobs.JobType;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Erases someone who agrees to nothing any more; tried until nothing is left of them, less and less often.
@Component
class EraseSubjectHandler implements JobHandler<EraseSubjectHandler.EraseSubject> {
    static final JobType<EraseSubject> TYPE = JobType.housekeeping("erase-subject", EraseSubject.class);

    /// Long enough for a run that was told to stop to have stopped.
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int DOUBLINGS = 10;

    private final Erasure erasure;

    EraseSubjectHandler(Erasure erasure) {
        this.erasure = erasure;
    }

    @Override
    public JobType<EraseSubject> type() {
        return TYPE;
    }

    @Override
    public JobOutcome run(EraseSubject job, JobContext context) {
        return erasure.erase(job.subject())
                ? new JobOutcome.Succeeded()
                : new JobOutcome.RetryLater(waitAfter(context.attempt()), "still-held");
    }

    static Duration waitAfter(int attempt) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.clamp(attempt - 1, 0, DOUBLINGS));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /// What the job of an erasure is told.
    record EraseSubject(SubjectId subject) {}
}
