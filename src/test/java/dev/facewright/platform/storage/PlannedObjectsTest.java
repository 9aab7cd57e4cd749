package dev.facewright.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestClock;
import dev.facewright.platform.storage.StorageProblem.PutTooLate;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

@FacewrightTest
record PlannedObjectsTest(
        PlannedObjects planned,
        PlannedObjectRepository rows,
        ThisProcess self,
        ObjectStore store,
        TransactionOperations transactions,
        TestClock clock) {
    @Test
    void aPlanIsThereBeforeThePutAndGoesWithTheCommitOfItsRow() {
        ObjectKey key = key();

        planned.plan(key);
        assertThat(planned.planned(Set.of(key))).containsExactly(key);

        transactions.executeWithoutResult(status -> planned.settle(key));
        assertThat(planned.planned(Set.of(key))).isEmpty();
    }

    @Test
    void whatIsRolledBackLeavesNeitherObjectNorPlan() {
        ObjectKey key = key();

        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                    planned.put(key, () -> store.put(key, new byte[] {1}, "text/plain"));
                    assertThat(store.exists(key)).isTrue();
                    throw new IllegalStateException("no row after all");
                }))
                .hasMessage("no row after all");

        assertThat(store.exists(key)).isFalse();
        assertThat(planned.planned(Set.of(key))).isEmpty();
    }

    @Test
    void howeverSlowALivingProcessIsNobodyTakesItsPlanOver() {
        ObjectKey key = planOf(UUID.randomUUID());
        UUID other = processOf(key);
        clock.advance(Duration.ofDays(2));
        seen(other);

        assertThat(planned.left("", 1_000)).doesNotContain(key);
        assertThat(planned.takeOver(key)).isFalse();
    }

    @Test
    void aProcessThatWasTakenForDeadCannotRecordWhatWasTakenOver() {
        ObjectKey key = planOf(UUID.randomUUID());
        UUID other = processOf(key);
        seen(other);
        clock.advance(Duration.ofMinutes(4));

        assertThat(planned.left("", 1_000)).contains(key);
        assertThat(planned.takeOver(key)).isTrue();

        int settled = transactions.execute(status -> rows.forget(Set.of(key.value()), other));
        assertThat(settled).isZero();
        assertThat(planned.left("", 1_000)).contains(key);
        planned.cleared(key);
        assertThat(planned.left("", 1_000)).doesNotContain(key);
    }

    @Test
    void recordingWhatIsNotPlannedAnyMoreIsRefused() {
        ObjectKey key = key();
        planned.plan(key);
        planned.drop(key);

        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> planned.settle(key)))
                .isInstanceOf(PutTooLate.class);
    }

    @Test
    void thisProcessIsAliveToItselfWhateverTheClockSays() {
        ObjectKey key = key();
        planned.plan(key);
        clock.advance(Duration.ofDays(2));

        assertThat(planned.left("", 1_000)).doesNotContain(key);
        assertThat(self.id()).isEqualTo(processOf(key));
        planned.drop(key);
    }

    private ObjectKey planOf(UUID process) {
        ObjectKey key = key();
        transactions.executeWithoutResult(status -> rows.plan(new String[] {key.value()}, process, clock.instant()));
        return key;
    }

    private UUID processOf(ObjectKey key) {
        return rows.findById(key.value()).orElseThrow().process();
    }

    private void seen(UUID process) {
        transactions.executeWithoutResult(status -> rows.seen(process, clock.instant()));
    }

    private static ObjectKey key() {
        return ObjectKey.of(ObjectOwner.dataset(UUID.randomUUID()), "anything");
    }
}
