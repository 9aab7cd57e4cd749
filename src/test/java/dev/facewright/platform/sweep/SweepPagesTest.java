package dev.facewright.platform.sweep;

import static dev.facewright.platform.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestClock;
import dev.facewright.platform.TestSession;
import dev.facewright.platform.accounts.Role;
import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectOwner;
import dev.facewright.platform.storage.ObjectStore;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@FacewrightTest
record SweepPagesTest(TestSession session, ObjectStore store, TestClock clock) {
    @Test
    void anAdministratorHasItSweptNowAndSeesWhatWasFound() {
        var admin = session.as(Role.ADMIN);
        ObjectKey orphan = ObjectKey.of(ObjectOwner.export(UUID.randomUUID()), "bundle.zip");
        store.put(orphan, new byte[] {1}, "application/zip");
        clock.advance(Duration.ofHours(2));

        admin.form("/sweeps", Map.of()).expect(302);

        eventually(() -> assertThat(store.exists(orphan)).isFalse());
        eventually(() -> assertThat(admin.page("/sweeps").expect(200).text()).contains("Objects deleted", "Done"));
        // the newest: those of before are listed as well
        eventually(() -> assertThat(admin.get("/api/v1/sweeps?size=1")
                        .expect(200)
                        .json()
                        .path("items")
                        .get(0)
                        .path("lookedAt")
                        .asLong())
                .isPositive());
        assertThat(admin.get("/api/v1/sweeps/store")
                        .expect(200)
                        .json()
                        .path("versioned")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void whoTrainsHasNothingToDoWithIt() {
        var engineer = session.as(Role.ML_ENGINEER);

        engineer.get("/api/v1/sweeps").expect(403);
        engineer.page("/sweeps").expect(403);
    }
}
