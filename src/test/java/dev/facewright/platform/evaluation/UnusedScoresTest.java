package dev.facewright.platform.evaluation;

import static dev.facewright.platform.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.models.ModelVersionId;
import dev.facewright.platform.storage.ObjectStore;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@FacewrightTest
class UnusedScoresTest {
    private final ScoreFiles scores;
    private final ObjectStore store;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;

    UnusedScoresTest(
            ScoreFiles scores, ObjectStore store, ApplicationEventPublisher events, TransactionTemplate transactions) {
        this.scores = scores;
        this.store = store;
        this.events = events;
        this.transactions = transactions;
    }

    @Test
    void onlyAnEvaluationWithAReportKeepsItsScores() {
        EvaluationId failed = scored();
        EvaluationId cancelled = scored();
        EvaluationId completed = scored();
        transactions.executeWithoutResult(status -> {
            events.publishEvent(new EvaluationEvent.Completed(completed, ModelVersionId.random()));
            events.publishEvent(new EvaluationEvent.Failed(failed));
            events.publishEvent(new EvaluationEvent.Cancelled(cancelled));
        });
        eventually(() -> {
            assertThat(store.exists(ScoreFiles.key(failed))).isFalse();
            assertThat(store.exists(ScoreFiles.key(cancelled))).isFalse();
        });
        assertThat(store.exists(ScoreFiles.key(completed))).isTrue();
    }

    private EvaluationId scored() {
        EvaluationId id = EvaluationId.random();
        scores.put(id, List.of(), new double[0]);
        return id;
    }
}
