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
import java.time.Clock;
import java.util.Set;
import org.springframework.context.ConfigurableApplicationContext;

/// What it costs to write while a million rows are there: whatever lists are made from is kept with it.
final class MillionWrites {
    private final Datasets datasets;
    private final People people;
    private final DatasetId dataset;
    private long seed = System.nanoTime();

    MillionWrites(ConfigurableApplicationContext server, DatasetId dataset) {
        this.datasets = server.getBean(Datasets.class);
        this.people = new People(
                server.getBean(ConsentLedger.class), server.getBean(Subjects.class), server.getBean(Clock.class));
        this.dataset = dataset;
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
    }
}
