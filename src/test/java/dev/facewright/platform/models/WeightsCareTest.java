package dev.facewright.platform.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestClock;
import dev.facewright.platform.TestSession;
import dev.facewright.platform.accounts.Role;
import dev.facewright.platform.evaluation.TinyModel;
import dev.facewright.platform.models.ModelWeights.StoredWeights;
import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectOwner;
import dev.facewright.platform.storage.ObjectStore;
import dev.facewright.platform.storage.Sha256;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@FacewrightTest
record WeightsCareTest(
        ModelRegistry models,
        ModelVersionRepository rows,
        ModelWeights weights,
        WeightsCare care,
        ObjectStore store,
        TestSession session,
        JdbcClient jdbc,
        TestClock clock) {
    @Test
    void weightsAreInTheStoreUnderAKeyOfTheirOwn() {
        ModelVersionId first = TinyModel.register(models, "sealed");
        ModelVersionId second = TinyModel.register(models, "sealed too");

        assertThat(store.get(stored(first).key())).isNotEqualTo(models.load(first));
        assertThat(store.get(stored(first).key()))
                .isNotEqualTo(store.get(stored(second).key()));
        assertThat(stored(first).dataKey()).isNotEqualTo(stored(second).dataKey());
        assertThat(Sha256.hex(models.load(first))).isEqualTo(stored(first).sha256());
    }

    @Test
    void weightsOfBeforeAreEncryptedAndStayWhatTheyWere() {
        ModelVersionId id = TinyModel.register(models, "of before");
        byte[] file = models.load(id);
        ObjectKey plain = ObjectKey.of(ObjectOwner.model(id.value()), "weights");
        store.put(plain, file, "application/octet-stream");
        jdbc.sql("update model_version set data_key = null, weights_key = ? where id = ?")
                .params(plain.value(), id.value())
                .update();
        assertThat(models.load(id)).isEqualTo(file);

        care.sealEarlier();

        assertThat(stored(id).key()).isNotEqualTo(plain);
        assertThat(stored(id).dataKey()).isNotNull();
        assertThat(store.get(stored(id).key())).isNotEqualTo(file);
        assertThat(models.load(id)).isEqualTo(file);
    }

    @Test
    void weightsOfAQuarantinedModelAreDestroyedWhenTheirTimeIsOver() {
        ModelVersionId id = TinyModel.register(models, "to be destroyed");
        ModelVersionId active = TinyModel.register(models, "in use");
        StoredWeights before = stored(id);
        models.quarantine(id, "defect");
        clock.advance(Duration.ofDays(29));

        care.destroyDue();
        assertThat(models.get(id).weightsDestroyedAt()).isNull();
        assertThat(store.exists(before.key())).isTrue();

        clock.advance(Duration.ofDays(2));
        care.destroyDue();

        assertThat(models.get(id).weightsDestroyedAt()).isAfter(models.get(id).destructionDue());
        assertThat(store.exists(before.key())).isFalse();
        assertThatThrownBy(() -> weights.get(id, before)).isInstanceOf(RuntimeException.class);
        assertThat(jdbc.sql("select wrapped_key is null from data_key where id = ?")
                        .param(Objects.requireNonNull(before.dataKey()).value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(models.load(active)).isNotEmpty();
        assertThat(session.as(Role.ML_ENGINEER)
                        .page("/models/" + id)
                        .expect(200)
                        .text())
                .contains("Weights and bundles destroyed");
    }

    @Test
    void aLegalHoldKeepsThemUntilItIsLifted() {
        ModelVersionId id = TinyModel.register(models, "held");
        models.quarantine(id, "defect");
        UUID hold = UUID.randomUUID();
        holdOn(id, hold);
        clock.advance(Duration.ofDays(31));

        care.destroyDue();

        assertThat(models.get(id).weightsDestroyedAt()).isNull();
        assertThat(store.exists(stored(id).key())).isTrue();
        assertThat(session.as(Role.ML_ENGINEER)
                        .page("/models/" + id)
                        .expect(200)
                        .text())
                .contains("legal hold");
    }

    private void holdOn(ModelVersionId id, UUID hold) {
        jdbc.sql(
                        "insert into legal_hold (id, kind, object_id, reason, review_on, placed_by, placed_at)"
                                + " select ?, 'MODEL_VERSION', ?, 'litigation', current_date + 10000, a.id, now() from account a order by a.id limit 1")
                .params(hold, id.value())
                .update();
    }

    private StoredWeights stored(ModelVersionId id) {
        return rows.findById(id.value()).orElseThrow().weights();
    }
}
