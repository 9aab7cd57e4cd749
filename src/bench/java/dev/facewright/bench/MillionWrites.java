package dev.facewright.bench;

import dev.facewright.platform.consent.People;
import dev.facewright.platform.datasets.Pictures;
import dev.facewright.platform.consent.ConsentId;
import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.consent.Subjects;
import dev.facewright.platform.datasets.DatasetId;
import dev.facewright.platform.datasets.Datasets;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.ModelVersionId;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/// What it costs to write while a million rows are there: whatever lists are made from is kept with it.
final class MillionWrites {
    private final Datasets datasets;
    private final People people;
    private final DatasetId dataset;
    private final ModelRegistry models;
    private final JdbcTemplate jdbc;
    private long seed = System.nanoTime();

    MillionWrites(ConfigurableApplicationContext server, DatasetId dataset) {
        this.datasets = server.getBean(Datasets.class);
        this.people = new People(
                server.getBean(ConsentLedger.class), server.getBean(Subjects.class), server.getBean(Clock.class));
        this.dataset = dataset;
        this.models = server.getBean(ModelRegistry.class);
        this.jdbc = server.getBean(JdbcTemplate.class);
    }

    void time(PageTimes times) {
        times.of("register someone", () -> people.whoAgrees(People.to(Purpose.TRAINING)));
        SubjectId someone = people.whoAgrees(People.to(Purpose.TRAINING));
        times.of("record a further consent", () -> people.alsoAgrees(someone, Set.of(Purpose.EVALUATION)));
        times.of("add an image", () -> datasets.add(dataset, someone, Pictures.crop(seed++), null));
        times.of("record a consent and withdraw it", () -> {
            ConsentId consent = people.alsoAgrees(someone, Set.of(Purpose.CALIBRATION));
            people.withdraws(someone, consent);
        });
        gates(times);
    }

    /// Someone in a million images withdraws: how long until no gate is open, which no event has any part in.
    private void gates(PageTimes times) {
        DatasetVersionId version = DatasetVersionId.of(MillionPages.id(jdbc, "dataset_version where status = 'SEALED'"));
        ModelVersionId model = ModelVersionId.of(MillionPages.id(jdbc, "model_version where name = 'model 200'"));
        times.of("a model's gate through its line", () -> models.requireUsable(model));
        SubjectId someone = SubjectId.of(MillionPages.id(jdbc, "data_subject where code = 'p000001'"));
        long begun = System.nanoTime();
        people.withdraws(someone);
        shut(() -> datasets.requireUsable(version, Purpose.TRAINING));
        shut(() -> models.requireUsable(model));
        System.out.printf(Locale.ROOT, "withdrawal to every gate shut: %.0f ms%n", (System.nanoTime() - begun) / 1e6);
    }

    private static void shut(Runnable gate) {
        try {
            gate.run();
        } catch (DomainException refused) {
            return;
        }
        throw new IllegalStateException("A gate is open");
    }
}
