package dev.facewright.platform.datasets.image;

import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.DatasetEvent.ImagesErased;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Erases images a few at a time, the objects of each before its row. Begun again after a crash it goes on.
@Component
class ImageRemoval {
    static final int AT_A_TIME = 200;

    private final ImageRepository images;
    private final ImageSafe safe;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ImageRemoval(
            ImageRepository images,
            ImageSafe safe,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.images = images;
        this.safe = safe;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /// @param next  some of the subject's images that are kept; none once all are erased
    void erase(SubjectId subject, Supplier<List<ImageRow>> next) {
        for (List<ImageRow> some = next.get(); !some.isEmpty(); some = next.get()) {
            erase(subject, some);
        }
    }

    void erase(SubjectId subject, List<ImageRow> some) {
        some.forEach(image -> safe.delete(image.kept()));
        forget(subject, some.stream().map(ImageRow::getId).toList());
    }

    private void forget(SubjectId subject, List<UUID> ids) {
        transactions.executeWithoutResult(status -> {
            List<ImageRow> erased = images.lockKept(ids);
            if (!erased.isEmpty()) {
                erased.forEach(image -> image.erase(clock.instant()));
                events.publishEvent(new ImagesErased(subject, erased.size()));
            }
        });
    }
}
