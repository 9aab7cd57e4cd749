package dev.facewright.platform.demo;

import static dev.facewright.platform.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.consent.SubjectStatus;
import dev.facewright.platform.consent.Subjects;
import dev.facewright.platform.evaluation.EvaluationView;
import dev.facewright.platform.evaluation.Evaluations;
import dev.facewright.platform.evaluation.Verification;
import dev.facewright.platform.export.ExportBundles;
import dev.facewright.platform.export.ExportView;
import dev.facewright.platform.jobs.JobStatus;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.ActiveProfiles;

/// The whole demo on a server of its own: a few minutes.
@FacewrightTest
@ActiveProfiles("demo")
@Tag("slow")
class DemoStoryTest {
    private static final Duration LIMIT = Duration.ofMinutes(9);

    private final DemoStory story;
    private final DemoSettings settings;
    private final Subjects subjects;
    private final Evaluations evaluations;
    private final ExportBundles exports;

    DemoStoryTest(
            DemoStory story, DemoSettings settings, Subjects subjects, Evaluations evaluations, ExportBundles exports) {
        this.story = story;
        this.settings = settings;
        this.subjects = subjects;
        this.evaluations = evaluations;
        this.exports = exports;
    }

    @Test
    void consentedFacesBecomeABundleAndASecondStartDoesNothing() {
        eventually(
                LIMIT,
                () -> assertThat(exports.list(0, 2).items())
                        .filteredOn(ExportView::ready)
                        .hasSize(1));

        ExportView export = exports.list(0, 1).items().getFirst();
        EvaluationView evaluation =
                evaluations.ofModel(export.model(), 0, 1).items().getFirst();
        assertThat(evaluation.status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(evaluation.report())
                .isInstanceOfSatisfying(
                        Verification.class,
                        report -> assertThat(report.meanAccuracy()).isGreaterThan(0.7));
        assertThat(export.maximumDifference()).isLessThan(1e-4);
        assertThat(subjects.search("demo-", SubjectStatus.LIVE, 0, 1).total()).isEqualTo(settings.people());

        story.begin();

        assertThat(subjects.search("", null, 0, 1).total()).isEqualTo(settings.people());
        assertThat(evaluations.list(0, 10).total()).isEqualTo(1);
    }
}
