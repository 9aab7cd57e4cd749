package dev.facewright.platform.evaluation;

import static dev.facewright.platform.Eventually.eventually;
import static dev.facewright.platform.consent.People.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestClient;
import dev.facewright.platform.TestClock;
import dev.facewright.platform.TestSession;
import dev.facewright.platform.accounts.Role;
import dev.facewright.platform.benchmarks.BenchmarkId;
import dev.facewright.platform.benchmarks.BenchmarkImages;
import dev.facewright.platform.benchmarks.BenchmarkProblem.BenchmarkPeopleWithoutConsent;
import dev.facewright.platform.benchmarks.BenchmarkProblem.BenchmarkWithdrawn;
import dev.facewright.platform.benchmarks.BenchmarkStatus;
import dev.facewright.platform.benchmarks.Benchmarks;
import dev.facewright.platform.benchmarks.LegalBasis;
import dev.facewright.platform.benchmarks.NewBenchmark;
import dev.facewright.platform.benchmarks.TinyBenchmark;
import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.People;
import dev.facewright.platform.consent.PersonalDataHolder;
import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.consent.Subjects;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.ModelVersionId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A benchmark of people who agreed to be in it goes with their consents.
@FacewrightTest
class ConsentedBenchmarkTest {
    private final Benchmarks benchmarks;
    private final BenchmarkScoring scoring;
    private final Evaluations evaluations;
    private final ModelRegistry models;
    private final ObjectProvider<PersonalDataHolder> holders;
    private final JdbcClient jdbc;
    private final TestClock clock;
    private final People people;
    private final TestClient engineer;

    ConsentedBenchmarkTest(
            Benchmarks benchmarks,
            BenchmarkScoring scoring,
            Evaluations evaluations,
            ModelRegistry models,
            ObjectProvider<PersonalDataHolder> holders,
            JdbcClient jdbc,
            TestClock clock,
            ConsentLedger ledger,
            Subjects subjects,
            TestSession session) {
        this.benchmarks = benchmarks;
        this.scoring = scoring;
        this.evaluations = evaluations;
        this.models = models;
        this.holders = holders;
        this.jdbc = jdbc;
        this.clock = clock;
        this.people = new People(ledger, subjects, clock);
        this.engineer = session.as(Role.ML_ENGINEER);
    }

    @Test
    void everyoneInItIsKnownAndAgreesToEvaluation() {
        List<SubjectId> four = four();
        people.withdraws(four.get(2), people.consentOf(four.get(2)));
        assertThatThrownBy(() -> upload(four))
                .isInstanceOfSatisfying(
                        BenchmarkPeopleWithoutConsent.class,
                        refused -> assertThat(refused.arguments()).containsExactly(1, 9));
    }

    @Test
    void aWithdrawalThatNobodyHeardOfShutsItAtOnceAndALaterConsentRevivesNothing() throws IOException {
        List<SubjectId> four = four();
        BenchmarkId id = ready(four);
        ModelVersionId model = TinyModel.register(models, "scored on consent");
        EvaluationId evaluation = scored(model, id);
        BenchmarkImages open = benchmarks.open(id);

        People.withdrawsUnheard(jdbc, four.getFirst());
        people.alsoAgrees(four.getFirst(), to(Purpose.EVALUATION));

        assertShut(id, model, evaluation, open);
    }

    @Test
    void aConsentThatRanOutShutsItAtThatMoment() throws IOException {
        List<SubjectId> four = Stream.concat(
                        four().stream().limit(3),
                        Stream.of(people.whoAgreesFor(Duration.ofHours(5), to(Purpose.EVALUATION))))
                .toList();
        BenchmarkId id = ready(four);
        ModelVersionId model = TinyModel.register(models, "scored for a time");
        EvaluationId evaluation = scored(model, id);
        BenchmarkImages open = benchmarks.open(id);

        clock.advance(Duration.ofHours(5));

        assertShut(id, model, evaluation, open);
    }

    private void assertShut(BenchmarkId id, ModelVersionId model, EvaluationId evaluation, BenchmarkImages open) {
        assertThat(engineer.post("/api/v1/evaluations", Map.of("model", model.toString(), "benchmark", id.toString()))
                        .expect(409)
                        .problem())
                .isEqualTo("benchmark-withdrawn");
        assertThatThrownBy(() -> open.block(0)).isInstanceOf(BenchmarkWithdrawn.class);
        assertThat(engineer.get("/api/v1/evaluations/" + evaluation + "/scores")
                        .expect(409)
                        .problem())
                .isEqualTo("benchmark-withdrawn");
        assertThat(benchmarks.get(id).status()).isEqualTo(BenchmarkStatus.WITHDRAWN);
        assertThat(engineer.page("/benchmarks/" + id).expect(200).text()).contains("Withdrawn");
        assertThat(engineer.page("/evaluations/" + evaluation).expect(200).text())
                .contains("someone in its benchmark no longer agrees");
        assertThat(engineer.page("/evaluations/new").text()).doesNotContain(id.toString());
    }

    @Test
    void scoringStopsOnceSomeoneInItAgreesNoMore() throws IOException {
        List<SubjectId> four = four();
        BenchmarkId id = ready(four);
        ModelVersionId model = TinyModel.register(models, "stopped");
        var work = new EvaluationRecords.Work(EvaluationId.random(), model, id, EvaluationOptions.DEFAULT);
        assertThatThrownBy(() -> scoring.score(work, () -> {
                    People.withdrawsUnheard(jdbc, four.getFirst());
                    return false;
                }))
                .isInstanceOf(BenchmarkWithdrawn.class);
    }

    @Test
    void aWithdrawalDestroysItAndAnErasureFindsNothingLeft() throws IOException {
        List<SubjectId> four = four();
        SubjectId alice = four.getFirst();
        BenchmarkId id = ready(four);
        EvaluationId evaluation = scored(TinyModel.register(models, "erased with it"), id);
        assertThat(held(alice, "benchmarks")).hasSizeGreaterThan(1);
        assertThat(held(alice, "scores")).containsExactly("object " + ScoreFiles.key(evaluation));

        people.withdraws(alice);

        eventually(() -> assertThat(benchmarks.get(id).status()).isEqualTo(BenchmarkStatus.DELETED));
        eventually(() -> assertThat(held(alice, "benchmarks")).isEmpty());
        eventually(() -> assertThat(held(alice, "scores")).isEmpty());
    }

    @Test
    void oneThatNamesNobodyIsNotUsedAndToldAsSearchedForNobody() throws IOException {
        BenchmarkId id = benchmarks.upload(
                new NewBenchmark("unnamed " + UUID.randomUUID(), LegalBasis.SYNTHETIC, "drawn", "a test", "none"),
                new ByteArrayInputStream(TinyBenchmark.archive()),
                TinyBenchmark.pairs());
        eventually(() -> assertThat(benchmarks.get(id).ready()).isTrue());
        // as one was recorded before people were named
        jdbc.sql("update benchmark set legal_basis = 'CONSENT' where id = ?")
                .param(id.value())
                .update();
        assertThat(benchmarks.get(id).status()).isEqualTo(BenchmarkStatus.WITHDRAWN);
        assertThatThrownBy(() -> benchmarks.open(id)).isInstanceOf(BenchmarkWithdrawn.class);
        assertThat(holder("benchmarks").unattributed())
                .extracting(Object::toString)
                .contains("benchmark " + id);
        benchmarks.delete(id);
        assertThat(holder("benchmarks").unattributed())
                .extracting(Object::toString)
                .doesNotContain("benchmark " + id);
    }

    private List<String> held(SubjectId subject, String holder) {
        try (var found = holder(holder).find(subject)) {
            return found.map(Object::toString).toList();
        }
    }

    private PersonalDataHolder holder(String name) {
        return holders.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<SubjectId> four() {
        return IntStream.range(0, 4)
                .mapToObj(i -> people.whoAgrees(to(Purpose.EVALUATION)))
                .toList();
    }

    private BenchmarkId upload(List<SubjectId> four) throws IOException {
        List<String> codes = four.stream().map(people::codeOf).toList();
        return benchmarks.upload(
                new NewBenchmark("agreed " + UUID.randomUUID(), LegalBasis.CONSENT, "signed", "a test", "none"),
                new ByteArrayInputStream(TinyBenchmark.archive(codes)),
                TinyBenchmark.pairs(codes));
    }

    private BenchmarkId ready(List<SubjectId> four) throws IOException {
        BenchmarkId id = upload(four);
        eventually(() -> assertThat(benchmarks.get(id).ready()).isTrue());
        return id;
    }

    private EvaluationId scored(ModelVersionId model, BenchmarkId benchmark) {
        EvaluationId id = evaluations.start(model, benchmark, EvaluationOptions.DEFAULT);
        eventually(() -> assertThat(evaluations.get(id).report()).isNotNull());
        return id;
    }
}
