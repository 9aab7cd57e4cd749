package dev.facewright.platform.erasure;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestClient;
import dev.facewright.platform.TestSession;
import dev.facewright.platform.Waiting;
import dev.facewright.platform.accounts.Role;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.DatasetId;
import dev.facewright.platform.datasets.Scene;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

@FacewrightTest
class LegalHoldsTest {
    private final TestClient reviewer;
    private final Scene scene;
    private final LegalHolds holds;
    private final TransactionOperations transactions;
    private final Waiting waiting;
    private final Clock clock;

    LegalHoldsTest(
            TestSession session,
            Scene scene,
            LegalHolds holds,
            TransactionOperations transactions,
            Waiting waiting,
            Clock clock) {
        this.reviewer = session.as(Role.COMPLIANCE);
        this.scene = scene;
        this.holds = holds;
        this.transactions = transactions;
        this.waiting = waiting;
        this.clock = clock;
    }

    @Test
    void aHoldOnAPersonKeepsThemAlone() {
        SubjectId alice = scene.someone();
        place("SUBJECT", alice.value()).expect(201);
        assertThat(holds.keeps(HoldObject.subject(alice.value()))).isTrue();
        assertThat(holds.keeps(HoldObject.subject(scene.someone().value()))).isFalse();
    }

    @Test
    void aHoldOnADatasetKeepsEveryoneInIt() {
        SubjectId alice = scene.someone();
        DatasetId dataset = scene.datasetOf(alice);
        place("DATASET", dataset.value()).expect(201);
        assertThat(holds.keeps(HoldObject.subject(alice.value()))).isTrue();
    }

    @Test
    void nothingIsHeldThatIsNotThere() {
        assertThat(place("MODEL_VERSION", UUID.randomUUID()).expect(400).problem())
                .isEqualTo("hold-invalid");
        var yesterday = Map.of(
                "kind",
                "SUBJECT",
                "object",
                scene.someone().toString(),
                "reason",
                "audit",
                "reviewOn",
                today().minusDays(1).toString());
        assertThat(reviewer.post("/api/v1/holds", yesterday).expect(400).problem())
                .isEqualTo("hold-invalid");
    }

    /// A hold comes before a destruction and stops it, or after, and is not there in time: never in between.
    @Test
    void whoDestroysAndWhoHoldsTakeTurns() {
        SubjectId alice = scene.someone();
        CompletableFuture<Integer> placing = requireNonNull(transactions.execute(status -> {
            assertThat(holds.mayDestroy(HoldObject.subject(alice.value()))).isTrue();
            var other = CompletableFuture.supplyAsync(
                    () -> place("SUBJECT", alice.value()).status());
            waiting.untilHeldBack(1);
            return other;
        }));
        assertThat(placing.join()).isEqualTo(201);
        boolean may = Boolean.TRUE.equals(
                transactions.execute(status -> holds.mayDestroy(HoldObject.subject(alice.value()))));
        assertThat(may).isFalse();
    }

    @Test
    void aHoldIsPlacedOnThePageAndListed() {
        SubjectId alice = scene.someone();
        reviewer.page("/holds/new?object=" + alice).expect(200);
        var form = Map.of(
                "kind",
                "SUBJECT",
                "object",
                alice.toString(),
                "reason",
                "dispute",
                "reviewOn",
                today().plusDays(1).toString());
        assertThat(reviewer.form("/holds", form).expect(302).location()).isEqualTo("/holds");
        assertThat(reviewer.page("/holds").expect(200).text()).contains(alice.toString(), "Dispute with the person");
        var late = Map.of("kind", "SUBJECT", "object", alice.toString(), "reason", "dispute", "reviewOn", "2020-01-01");
        assertThat(reviewer.form("/holds", late).expect(422).text()).contains("must be a day after today");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    private dev.facewright.platform.TestResponse place(String kind, UUID object) {
        return reviewer.post(
                "/api/v1/holds",
                Map.of(
                        "kind",
                        kind,
                        "object",
                        object.toString(),
                        "reason",
                        "litigation",
                        "reviewOn",
                        today().plusDays(30).toString()));
    }
}
