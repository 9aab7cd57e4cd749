package dev.facewright.platform.export;

import static dev.facewright.platform.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestClient;
import dev.facewright.platform.TestSession;
import dev.facewright.platform.accounts.Role;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.datasets.Scene;
import dev.facewright.platform.erasure.Certificate;
import dev.facewright.platform.erasure.ErasureState;
import dev.facewright.platform.erasure.ErasureView;
import dev.facewright.platform.erasure.Erasures;
import dev.facewright.platform.evaluation.TinyModel;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.ModelVersionId;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What somebody took is out of reach, is said to be so, and they are told.
@FacewrightTest
class BundleRecallsTest {
    private final TestSession session;
    private final Scene scene;
    private final ModelRegistry models;
    private final Erasures erasures;
    private final JdbcClient jdbc;

    BundleRecallsTest(TestSession session, Scene scene, ModelRegistry models, Erasures erasures, JdbcClient jdbc) {
        this.session = session;
        this.scene = scene;
        this.models = models;
        this.erasures = erasures;
        this.jdbc = jdbc;
    }

    @Test
    void whoeverTookABundleWithSomeoneErasedIsNamedInTheCertificateAndTold() {
        TestClient ernest = session.newPerson(EnumSet.of(Role.ML_ENGINEER));
        TestClient other = session.newPerson(EnumSet.of(Role.ML_ENGINEER));
        SubjectId alice = scene.someone();
        DatasetVersionId version = scene.sealed(scene.datasetOf(alice, scene.someone()));
        ModelVersionId model = TinyModel.register(models, "taken");
        jdbc.sql("insert into model_version_data values (?, ?, 'TRAINED_ON', true)")
                .params(model.value(), version.value())
                .update();
        String export = ready(ernest, model);
        ernest.get("/api/v1/exports/" + export + "/bundle").expect(200);
        assertThat(ernest.get("/api/v1/exports/recalls").expect(200).json().size())
                .isZero();

        scene.people().withdraws(alice);
        eventually(
                () -> assertThat(erasures.find(alice).map(ErasureView::state)).contains(ErasureState.CERTIFIED));

        assertThat(erasures.certificate(alice).orElseThrow().outOfReach())
                .filteredOn(each -> each.kind().equals("bundle"))
                .singleElement()
                .satisfies(each -> assertThat(each.what()).isEqualTo("export " + export))
                .extracting(Certificate.OutOfReach::toldAt)
                .isNull();
        assertThat(other.get("/api/v1/exports/recalls").expect(200).json().size())
                .isZero();
        assertThat(ernest.page("/exports/recalls").expect(200).text()).contains(export);
        assertThat(jdbc.sql("select count(*) from bundle_recall r join bundle_download d on d.id = r.download_id"
                                + " where d.export_id = ?::uuid and r.told_at is not null")
                        .param(export)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private static String ready(TestClient engineer, ModelVersionId model) {
        String export = engineer.post("/api/v1/exports", Map.of("model", model.toString()))
                .expect(201)
                .createdId();
        eventually(() -> assertThat(engineer.get("/api/v1/exports/" + export)
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("READY"));
        return export;
    }
}
