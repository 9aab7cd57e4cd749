package dev.facewright.platform.erasure;

import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.jobs.JobContext;
import dev.facewright.platform.jobs.JobHandler;
import dev.facewright.platform.jobs.JobOutcome;
import dev.facewright.platform.jobs.JobType;
import dev.facewright.platform.kernel.DomainException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Erases someone who agrees to nothing any more; tried until nothing is left of them, less and less often.
@Component
class EraseSubjectHandler implements JobHandler<EraseSubjectHandler.EraseSubject> {
    private static final Logger log = LoggerFactory.getLogger(EraseSubjectHandler.class);

    static final JobType<EraseSubject> TYPE = JobType.housekeeping("erase-subject", EraseSubject.class);

    /// Long enough for a run that was told to stop to have stopped.
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int DOUBLINGS = 10;

    /// So that those who leave together are looked for together.
    private static final Duration GATHERING = Duration.ofMillis(200);

    private final Erasure erasure;
    private final ErasureProof proof;
    private final Certification certification;

    EraseSubjectHandler(Erasure erasure, ErasureProof proof, Certification certification) {
        this.certification = certification;
        this.erasure = erasure;
        this.proof = proof;
    }

    @Override
    public JobType<EraseSubject> type() {
        return TYPE;
    }

    @Override
    public JobOutcome run(EraseSubject job, JobContext context) {
        try {
            return switch (erasure.erase(job.subject())) {
                case NOTHING_TO_DO -> certified(job.subject(), context);
                case WAITS -> new JobOutcome.RetryLater(LONGEST_WAIT, "legal-hold");
                case STILL_HELD -> later(context, "still-held");
                case SAID_DONE -> new JobOutcome.RetryLater(GATHERING, "awaits-proof");
                case AWAITS_PROOF -> proved(job.subject(), context);
            };
        } catch (DomainException refusal) {
            throw refusal;
        } catch (RuntimeException failure) {
            // a job that failed a few times would be given up, and the erasure with it
            log.error("The erasure of subject {} failed at attempt {}", job.subject(), context.attempt(), failure);
            return later(context, "unexpected-error");
        }
    }

    private JobOutcome proved(SubjectId subject, JobContext context) {
        proof.prove();
        return erasure.isOpen(subject) ? later(context, "still-held") : certified(subject, context);
    }

    private JobOutcome certified(SubjectId subject, JobContext context) {
        if (!certification.owed(subject)) {
            return new JobOutcome.Succeeded();
        }
        certification.certify();
        return certification.owed(subject) ? later(context, "not-certified") : new JobOutcome.Succeeded();
    }

    private static JobOutcome later(JobContext context, String reason) {
        return new JobOutcome.RetryLater(waitAfter(context.attempt()), reason);
    }

    static Duration waitAfter(int attempt) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.clamp(attempt - 1, 0, DOUBLINGS));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /// What the job of an erasure is told.
    record EraseSubject(SubjectId subject) {}
}
