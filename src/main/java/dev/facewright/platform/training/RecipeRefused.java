package dev.facewright.platform.training;

import dev.facewright.ml.train.RecipeProblem;
import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;
import java.util.List;
import java.util.stream.Collectors;

/// A recipe that cannot be trained, with every field that is wrong.
public class RecipeRefused extends DomainException {
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
