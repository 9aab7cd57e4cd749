package dev.facewright.platform.evaluation;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Scores lie in the store before there is a report that names them. Of an evaluation that ends without one, none
/// are left.
@Component
class UnusedScores {
    private final ScoreFiles scores;

    UnusedScores(ScoreFiles scores) {
        this.scores = scores;
    }

    @ApplicationModuleListener(id = "evaluation.ended-without-report")
    void on(EvaluationEvent.Ended ended) {
        switch (ended) {
            case EvaluationEvent.Completed _ -> {}
            case EvaluationEvent.Failed _, EvaluationEvent.Cancelled _ -> scores.delete(ended.evaluation());
        }
    }
}
