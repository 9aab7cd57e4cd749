package dev.facewright.platform.datasets.image;

import dev.facewright.ml.detect.FaceDetector;
import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.datasets.alignment.Sight;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// The intake of a server with a face detector, which the tests' server has none of. Everything else about it is the
/// server's own. Found by the component scan, in tests only.
@Component
public class SightedIntake {
    private final ConsentLedger consents;
    private final ImageChecks checks;
    private final PeopleOnImages people;
    private final ImageSafe safe;
    private final ImageRepository images;
    private final TransactionOperations transactions;
    private final LapsedImages lapsed;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SightedIntake(
            ConsentLedger consents,
            ImageChecks checks,
            PeopleOnImages people,
            ImageSafe safe,
            ImageRepository images,
            TransactionOperations transactions,
            LapsedImages lapsed,
            ApplicationEventPublisher events,
            Clock clock) {
        this.consents = consents;
        this.checks = checks;
        this.people = people;
        this.safe = safe;
        this.images = images;
        this.transactions = transactions;
        this.lapsed = lapsed;
        this.events = events;
        this.clock = clock;
    }

    public ImageIntake with(FaceDetector detector) {
        Portraits portraits = new Portraits(Sight.of(detector));
        return new ImageIntake(consents, checks, portraits, people, safe, images, transactions, lapsed, events, clock);
    }
}
