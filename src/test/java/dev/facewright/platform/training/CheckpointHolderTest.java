package dev.facewright.platform.training;

import static dev.facewright.platform.Eventually.eventually;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.ml.train.Recipe;
import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.Held;
import dev.facewright.platform.consent.People;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.consent.Subjects;
import dev.facewright.platform.datasets.Datasets;
import dev.facewright.platform.jobs.JobOutcome;
import dev.facewright.platform.models.SealedData;
import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectOwner;
import dev.facewright.platform.storage.ObjectStore;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@FacewrightTest
class CheckpointHolderTest {
    private static final Recipe RECIPE = TinyRecipe.epochs(3);

    private final CheckpointHolder holder;
    private final TrainingRuns runs;
    private final ObjectStore store;
    private final JdbcClient jdbc;
    private final SealedData data;
    private final RunsByHand byHand;

    CheckpointHolderTest(
            CheckpointHolder holder,
            TrainingRuns runs,
            RunsByHand byHand,
            ObjectStore store,
            JdbcClient jdbc,
            Clock clock,
            ConsentLedger ledger,
            Subjects subjects,
            Datasets datasets) {
        this.holder = holder;
        this.runs = runs;
        this.store = store;
        this.jdbc = jdbc;
        this.data = new SealedData(datasets, new People(ledger, subjects, clock));
        this.byHand = byHand;
    }

    @Test
    void whatWasPutAndNeverRecordedGoesWithItsRun() {
        RunId run = killed(data.sealed(2, 6));
        ObjectKey neverRecorded = ObjectKey.of(ObjectOwner.run(run.value()), "checkpoints", "never-recorded");
        store.put(neverRecorded, new byte[1], "application/octet-stream");
        byHand.giveUp(run, new JobOutcome.Failed("unexpected-error"));
        eventually(() -> assertThat(store.exists(neverRecorded)).isFalse());
    }

    @Test
    void whatARunKeepsIsErasedAndItsMemoryCountsUntilItHasEnded() {
        var sealed = data.sealed(2, 6);
        SubjectId alice = sealed.people().getFirst();
        RunId run = killed(sealed);
        ObjectKey neverRecorded = ObjectKey.of(ObjectOwner.run(run.value()), "checkpoints", "never-recorded");
        store.put(neverRecorded, new byte[1], "application/octet-stream");
        Held memory = new Held.Row("training_run", run.toString());
        assertThat(found(alice)).contains(memory, new Held.StoredObject(neverRecorded));
        assertThat(found(alice))
                .filteredOn(held -> held.toString().startsWith("run_checkpoint " + run))
                .isNotEmpty();

        holder.erase(alice);
        holder.erase(alice);

        assertThat(found(alice)).containsExactly(memory);
        byHand.giveUp(run, new JobOutcome.Failed("unexpected-error", List.of(), null));
        assertThat(found(alice)).isEmpty();
    }

    @Test
    void aRunThatGoesOnFromAModelOfAPersonCountsAsWell() {
        var sealed = data.sealed(2, 4);
        RunId first = byHand.unqueued(sealed.version(), TinyRecipe.epochs(1));
        byHand.train(first);
        RunId second = byHand.unqueued(data.sealed(2, 4).version(), RECIPE);
        assertThat(found(sealed.people().getFirst())).isEmpty();

        jdbc.sql("update training_run set start_from = ? where id = ?")
                .params(requireNonNull(runs.get(first).model()).value(), second.value())
                .update();

        assertThat(found(sealed.people().getFirst())).containsExactly(new Held.Row("training_run", second.toString()));
    }

    private RunId killed(SealedData.Sealed sealed) {
        RunId run = byHand.unqueued(sealed.version(), RECIPE);
        AtomicInteger asked = new AtomicInteger();
        assertThatThrownBy(() -> byHand.attempt(run, () -> {
                    if (asked.getAndIncrement() == 7) {
                        throw new Killed();
                    }
                }))
                .isInstanceOf(Killed.class);
        return run;
    }

    private List<Held> found(SubjectId subject) {
        try (Stream<Held> found = holder.find(subject)) {
            return found.toList();
        }
    }

    private static class Killed extends RuntimeException {}
}
