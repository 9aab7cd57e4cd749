package dev.facewright.platform.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestClock;
import dev.facewright.platform.TestResponse;
import dev.facewright.platform.TestSession;
import dev.facewright.platform.accounts.Role;
import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.ConsentMethod;
import dev.facewright.platform.consent.NewConsent;
import dev.facewright.platform.consent.NewSubject;
import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.evaluation.TinyModel;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.ModelVersionId;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@FacewrightTest
class HomePageTest {
    private final TestSession session;
    private final HomeOverview overview;
    private final ModelRegistry models;
    private final ConsentLedger consents;
    private final TestClock clock;

    HomePageTest(
            TestSession session, HomeOverview overview, ModelRegistry models, ConsentLedger consents, TestClock clock) {
        this.session = session;
        this.overview = overview;
        this.models = models;
        this.consents = consents;
        this.clock = clock;
    }

    @Test
    void aQuarantinedModelNeedsAttention() {
        ModelVersionId model = TinyModel.register(models, "for the home page");
        long before = count("quarantined-models");

        models.quarantine(model, "manual");

        assertThat(count("quarantined-models")).isEqualTo(before + 1);
        assertThat(session.as(Role.ML_ENGINEER).page("/").expect(200).text())
                .contains("Needs attention", "Models quarantined in the last 7 days");
    }

    @Test
    void aConsentThatRunsOutSoonNeedsAttention() {
        long before = count("expiring-consents");

        register(Duration.ofDays(29));
        register(Duration.ofDays(60));

        assertThat(count("expiring-consents")).isEqualTo(before + 1);
    }

    @Test
    void withoutADetectorThePageSaysWhatToSet() {
        assertThat(session.as(Role.DATA_OWNER).page("/").text()).contains("FACEWRIGHT_ALIGNMENT_DETECTOR");
    }

    @Test
    void whoMayNotLookSeesNumbersWithoutLinks() {
        String owner = session.as(Role.DATA_OWNER).page("/").expect(200).text();
        String admin = session.as(Role.ADMIN).page("/").expect(200).text();

        assertThat(owner).contains("class=\"stat\" href=\"/models\"");
        assertThat(admin).contains("model versions").doesNotContain("href=\"/models\"");
    }

    @Test
    void thePageAsksForItsChangingPartOnly() {
        TestResponse part = session.as(Role.ML_ENGINEER)
                .send("GET", "/", null, "text/html", BodyPublishers.noBody(), "HX-Request", "true");

        assertThat(part.expect(200).text()).startsWith("<div id=\"now\"").doesNotContain("<html");
    }

    @Test
    void theSameIsThereForServices() {
        TestResponse home = session.as(Role.COMPLIANCE).get("/api/v1/home").expect(200);

        assertThat(home.json().path("counts").path("models").isNumber()).isTrue();
        assertThat(home.json().path("firstSteps")).hasSize(6);
    }

    @Test
    void itSpeaksChinese() {
        assertThat(session.newPerson(Set.of(Role.DATA_OWNER))
                        .page("/?lang=zh")
                        .expect(200)
                        .text())
                .contains("首页", "正在运行");
    }

    private long count(String reason) {
        return overview.home().attention().stream()
                .filter(item -> item.reason().equals(reason))
                .mapToLong(Home.Attention::count)
                .sum();
    }

    private void register(Duration validity) {
        consents.register(new NewSubject(
                "home-" + UUID.randomUUID(),
                new NewConsent(
                        EnumSet.of(Purpose.TRAINING),
                        "1",
                        "en",
                        ConsentMethod.ELECTRONIC_FORM,
                        clock.instant(),
                        clock.instant().plus(validity),
                        null)));
    }
}
