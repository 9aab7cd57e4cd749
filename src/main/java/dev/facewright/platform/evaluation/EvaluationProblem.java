package dev.facewright.platform.evaluation;

import dev.facewright.platform.jobs.JobStatus;
import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// Everything that evaluations refuse, one case a rule.
public abstract sealed class EvaluationProblem extends DomainException {
    private EvaluationProblem(ProblemKind kind, String slug, Object... arguments) {
        super(kind, slug, arguments);
    }

    /// The network answers with zeros or with numbers that are not finite: such embeddings have no angle between
    /// them.
    public static final class EmbeddingsNotComparable extends EvaluationProblem {
        EmbeddingsNotComparable() {
            super(ProblemKind.UNPROCESSABLE, "embeddings-not-comparable");
        }
    }

    /// Scores exist once the evaluation has succeeded.
    public static final class EvaluationNotFinished extends EvaluationProblem {
        EvaluationNotFinished(EvaluationId id, JobStatus status) {
            super(ProblemKind.CONFLICT, "evaluation-not-finished", id, status);
        }
    }

    /// There is no evaluation of that id.
    public static final class EvaluationNotFound extends EvaluationProblem {
        EvaluationNotFound(EvaluationId id) {
            super(ProblemKind.NOT_FOUND, "evaluation-not-found", id);
        }
    }

    /// The same model is being scored on the same benchmark in the same way.
    public static final class EvaluationUnderWay extends EvaluationProblem {
        EvaluationUnderWay(EvaluationId existing) {
            super(ProblemKind.CONFLICT, "evaluation-under-way", existing);
        }
    }

    /// False accept rates are fractions above 0 and below 1, a handful of them.
    public static final class FalseAcceptRatesRefused extends EvaluationProblem {
        FalseAcceptRatesRefused(int most) {
            super(ProblemKind.INVALID, "false-accept-rates-refused", most);
        }
    }
}
