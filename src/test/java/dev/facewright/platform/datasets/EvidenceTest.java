package dev.facewright.platform.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.ml.train.Recipe;
import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestClient;
import dev.facewright.platform.TestFile;
import dev.facewright.platform.TestSession;
import dev.facewright.platform.accounts.Role;
import dev.facewright.platform.consent.People;
import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.DatasetEvidence.Unproven;
import dev.facewright.platform.datasets.DatasetProblem.EvidenceMissing;
import dev.facewright.platform.datasets.DatasetProblem.EvidencePolicyInvalid;
import dev.facewright.platform.datasets.DatasetProblem.NotEnoughToSeal;
import dev.facewright.platform.datasets.DatasetProblem.VersionUnproven;
import dev.facewright.platform.datasets.EvidencePolicy.EvidenceWaiver;
import dev.facewright.platform.training.TrainingRuns;
import dev.facewright.platform.training.TrainingRuns.NewRun;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Consents that nobody can show: nothing is sealed or trained on them unless the dataset says why.
@FacewrightTest
class EvidenceTest {
    private static final EvidencePolicy ELSEWHERE =
            new EvidencePolicy(EvidenceWaiver.HELD_ELSEWHERE, "In the safe of the clinic.");

    private final Scene scene;
    private final Datasets datasets;
    private final DatasetEvidence evidence;
    private final TrainingRuns runs;
    private final TestSession session;
    private final JdbcClient jdbc;

    EvidenceTest(
            Scene scene,
            Datasets datasets,
            DatasetEvidence evidence,
            TrainingRuns runs,
            TestSession session,
            JdbcClient jdbc) {
        this.scene = scene;
        this.datasets = datasets;
        this.evidence = evidence;
        this.runs = runs;
        this.session = session;
        this.jdbc = jdbc;
    }

    @Test
    void nothingIsSealedWithAnyoneWhoseConsentHasNoEvidence() {
        SubjectId alice = scene.someone();
        SubjectId bob = scene.someone();
        SubjectId unproven = unproven();
        DatasetId dataset = scene.datasetOf(alice, bob, unproven);

        assertThatThrownBy(() -> scene.sealed(dataset))
                .isInstanceOfSatisfying(
                        EvidenceMissing.class,
                        refused -> assertThat(refused.arguments()).isEqualTo(List.of(1)));
        assertThat(evidence.unproven(dataset, 0, 10).items())
                .containsExactly(new Unproven(unproven, scene.people().codeOf(unproven)));

        scene.people().proves(unproven);

        DatasetVersion version = datasets.version(scene.sealed(dataset));
        assertThat(version.subjectCount()).isEqualTo(3);
        assertThat(version.evidence()).isEqualTo(new EvidenceBasis(true, 0, null, null));
        assertThat(evidence.unproven(dataset, 0, 10).total()).isZero();
    }

    @Test
    void theyMayBeLeftOut() {
        SubjectId unproven = unproven();
        DatasetId dataset = scene.datasetOf(scene.someone(), scene.someone(), unproven);
        DatasetVersion version = datasets.version(datasets.seal(dataset, new SealOptions(0.34, 5, true)));
        assertThat(version.subjectCount()).isEqualTo(2);
        assertThat(version.evidence().unproven()).isZero();
        assertThat(datasets.versionsWith(unproven)).isEmpty();
        DatasetId tooFew = scene.datasetOf(scene.someone(), unproven);
        assertThatThrownBy(() -> datasets.seal(tooFew, new SealOptions(0.34, 5, true)))
                .isInstanceOf(NotEnoughToSeal.class);
    }

    @Test
    void aFurtherConsentWithEvidenceProvesAsWell() {
        SubjectId unproven = unproven();
        DatasetId dataset = scene.datasetOf(scene.someone(), unproven);
        scene.people().alsoAgrees(unproven, People.to(Purpose.EVALUATION));
        assertThatThrownBy(() -> scene.sealed(dataset)).as("to another purpose").isInstanceOf(EvidenceMissing.class);
        scene.people().alsoAgrees(unproven, People.to(Purpose.TRAINING));
        assertThat(datasets.version(scene.sealed(dataset)).evidence().unproven())
                .isZero();
    }

    @Test
    void theDatasetMaySayWhyItDoesWithoutAndItsVersionsSayIt() {
        DatasetId dataset = scene.datasetOf(scene.someone(), unproven());
        evidence.set(dataset, ELSEWHERE);
        DatasetVersionId version = scene.sealed(dataset);
        assertThat(datasets.version(version).evidence())
                .isEqualTo(new EvidenceBasis(true, 1, EvidenceWaiver.HELD_ELSEWHERE, "In the safe of the clinic."));
        datasets.requireProven(version);

        evidence.set(dataset, EvidencePolicy.REQUIRED);

        assertThat(datasets.version(version).evidence().waiver()).isEqualTo(EvidenceWaiver.HELD_ELSEWHERE);
        assertThatThrownBy(() -> scene.sealed(dataset)).isInstanceOf(EvidenceMissing.class);
    }

    @Test
    void noRunBeginsOnConsentsWithoutEvidence() {
        SubjectId unproven = unproven();
        DatasetId dataset = scene.datasetOf(scene.someone(), unproven);
        evidence.set(dataset, ELSEWHERE);
        DatasetVersionId version = scene.sealed(dataset);
        evidence.set(dataset, EvidencePolicy.REQUIRED);
        NewRun run = new NewRun("unproven", version, Recipe.defaults(), null);

        assertThatThrownBy(() -> runs.start(run))
                .isInstanceOfSatisfying(
                        VersionUnproven.class,
                        refused -> assertThat(refused.arguments()).isEqualTo(List.of(version, 1)));

        scene.people().proves(unproven);
        datasets.requireProven(version);
    }

    @Test
    void aConsentOfAfterTheSealingProvesNothingOfTheVersion() {
        SubjectId unproven = unproven();
        DatasetId dataset = scene.datasetOf(scene.someone(), unproven);
        evidence.set(dataset, ELSEWHERE);
        DatasetVersionId version = scene.sealed(dataset);
        evidence.set(dataset, EvidencePolicy.REQUIRED);
        scene.people().alsoAgrees(unproven, People.to(Purpose.TRAINING));
        assertThatThrownBy(() -> datasets.requireProven(version)).isInstanceOf(VersionUnproven.class);
        datasets.requireProven(scene.sealed(dataset));
    }

    @Test
    void whatADatasetSaidIsOnlyAddedTo() {
        DatasetId dataset = scene.dataset();
        assertThat(evidence.policy(dataset)).isEqualTo(EvidencePolicy.REQUIRED);
        evidence.set(dataset, ELSEWHERE);
        evidence.set(dataset, ELSEWHERE);
        evidence.set(dataset, EvidencePolicy.REQUIRED);
        assertThat(jdbc.sql("select count(*) from dataset_evidence_policy where dataset_id = ?")
                        .param(dataset.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        for (String change :
                List.of("update dataset_evidence_policy set required = false", "truncate dataset_evidence_policy")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(() ->
                        evidence.set(dataset, new EvidencePolicy(EvidenceWaiver.BEING_COLLECTED, "  soon        ")))
                .isInstanceOf(EvidencePolicyInvalid.class);
    }

    @Test
    void itIsAllThereInPagesAndByRest() {
        TestClient owner = session.as(Role.DATA_OWNER);
        SubjectId unproven = unproven();
        DatasetId dataset = scene.datasetOf(scene.someone(), unproven);
        String rest = "/api/v1/datasets/" + dataset;
        String page = "/datasets/" + dataset;

        assertThat(owner.page(page).text()).contains("Evidence of each consent is asked for.");
        assertThat(owner.page(page + "/evidence").text())
                .contains("People without evidence: 1", scene.people().codeOf(unproven));
        assertThat(owner.get(rest + "/unproven").json().path("total").asInt()).isEqualTo(1);
        var refused = owner.post(rest + "/versions", Map.of()).expect(422);
        assertThat(refused.problem()).isEqualTo("evidence-missing");
        assertThat(refused.json().path("detail").asString()).contains("1 people have none");
        assertThat(owner.form(page + "/versions", Map.of("validationFraction", "0.2", "seed", "1"))
                        .expect(422)
                        .text())
                .contains("leave them out");
        assertThat(owner.form(page + "/evidence", Map.of("waiver", "NOBODY_REAL", "explanation", "short"))
                        .expect(422)
                        .text())
                .contains("at least 10 characters");

        owner.put(rest + "/evidence-policy", Map.of("waiver", "NOBODY_REAL", "explanation", "Drawn by a program."))
                .expect(200);

        var version = owner.post(rest + "/versions", Map.of()).expect(201);
        assertThat(version.json().path("evidence").path("unproven").asInt()).isEqualTo(1);
        String versionPage = page + "/versions/" + version.json().path("id").asString();
        assertThat(owner.page(versionPage).text())
                .contains("missing for 1 of 2 people", "the people are made up", "Drawn by a program.");
        var added = new HashMap<String, String>();
        String consent =
                "/api/v1/subjects/" + unproven + "/consents/" + scene.people().consentOf(unproven);
        var form = new TestFile("evidence", "Ada.pdf", People.SIGNED_FORM);
        owner.upload(consent + "/evidence", added, form).expect(201);
        assertThat(owner.upload(consent + "/evidence", added, form).expect(409).problem())
                .isEqualTo("evidence-already-there");
        assertThat(owner.page(versionPage).text()).contains("Missing by now: 0");
        assertThat(session.as(Role.ML_ENGINEER).get(rest + "/unproven").status())
                .isEqualTo(403);
    }

    private SubjectId unproven() {
        return scene.people().whoAgreesWithoutEvidence(People.to(Purpose.TRAINING));
    }
}
