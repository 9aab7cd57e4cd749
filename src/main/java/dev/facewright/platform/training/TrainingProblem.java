package dev.facewright.platform.training;

import dev.facewright.ml.train.RecipeProblem;
import dev.facewright.platform.jobs.JobStatus;
import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;
import dev.facewright.platform.kernel.Words;
import java.util.List;
import java.util.stream.Collectors;

/// Everything that training refuses, one case a rule.
public abstract sealed class TrainingProblem extends DomainException {
    private TrainingProblem(ProblemKind kind, String slug, Object... arguments) {
        super(kind, slug, arguments);
    }

    /// The file is not a face network that can be read; the argument says what stands in the way.
    public static final class ModelFileRefused extends TrainingProblem {
        private static final int LONGEST = 500;

        /// @param rule  ends the key of its text: `training.onnx.<rule>`
        /// @param arguments  of the rule
        ModelFileRefused(String rule, List<String> arguments, String problem) {
            super(
                    ProblemKind.UNPROCESSABLE,
                    "model-file-refused",
                    new Words(
                            "training.onnx." + rule,
                            arguments,
                            problem.length() > LONGEST ? problem.substring(0, LONGEST) + "..." : problem));
        }
    }

    /// A model file is larger than the operator allows.
    public static final class ModelFileTooLarge extends TrainingProblem {
        public ModelFileTooLarge(long limitMegabytes) {
            super(ProblemKind.TOO_LARGE, "model-file-too-large", limitMegabytes);
        }
    }

    /// A recipe that cannot be trained, with every field that is wrong.
    public static final class RecipeRefused extends TrainingProblem {
        private final transient List<RecipeProblem> problems;

        public RecipeRefused(List<RecipeProblem> problems) {
            super(
                    ProblemKind.UNPROCESSABLE,
                    "recipe-refused",
                    problems.stream()
                            .map(problem -> problem.field() + " " + problem.message())
                            .collect(Collectors.joining("; ")));
            this.problems = List.copyOf(problems);
        }

        public List<RecipeProblem> problems() {
            return problems;
        }
    }

    /// A run that has ended can no longer be cancelled.
    public static final class RunAlreadyEnded extends TrainingProblem {
        public RunAlreadyEnded(RunId id, JobStatus status) {
            super(ProblemKind.CONFLICT, "run-already-ended", id, status);
        }
    }

    /// A run or an imported model needs a name that a list can show.
    public static final class RunNameRefused extends TrainingProblem {
        static final int LONGEST = 100;

        public RunNameRefused() {
            super(ProblemKind.UNPROCESSABLE, "run-name-refused", LONGEST);
        }
    }

    /// No run has this id.
    public static final class RunNotFound extends TrainingProblem {
        public RunNotFound(RunId id) {
            super(ProblemKind.NOT_FOUND, "run-not-found", id);
        }
    }
}
