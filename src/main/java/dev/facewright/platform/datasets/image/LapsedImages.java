package dev.facewright.platform.datasets.image;

import dev.facewright.platform.consent.ConsentEvent;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.erasure.HoldObject;
import dev.facewright.platform.erasure.LegalHolds;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.support.TransactionOperations;

/// Images go with the purpose they were taken for: once someone no longer agrees to it, what datasets of that purpose
/// hold of them is erased, though the person may stay for another. Nothing of it is shown or used from the end of the
/// consent on, and none of it comes back with a later consent; this only clears it away, unless a legal hold keeps it.
@Component
public class LapsedImages {
    private final ImageRepository images;
    private final ImageRemoval removal;
    private final LegalHolds holds;
    private final TransactionOperations transactions;
    private final Clock clock;

    LapsedImages(
            ImageRepository images,
            ImageRemoval removal,
            LegalHolds holds,
            TransactionOperations transactions,
            Clock clock) {
        this.images = images;
        this.removal = removal;
        this.holds = holds;
        this.transactions = transactions;
        this.clock = clock;
    }

    @ApplicationModuleListener(id = "datasets.images-after-withdrawal", propagation = Propagation.NOT_SUPPORTED)
    void on(ConsentEvent.Withdrawn withdrawn) {
        eraseOf(withdrawn.subject());
    }

    @ApplicationModuleListener(id = "datasets.images-after-expiry", propagation = Propagation.NOT_SUPPORTED)
    void on(ConsentEvent.Expired expired) {
        eraseOf(expired.subject());
    }

    /// Also what ended before images went with their purpose, and what a hold kept that was lifted.
    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        images.subjectsWithLapsed(clock.instant()).forEach(subject -> eraseOf(new SubjectId(subject)));
    }

    /// @return whether it had lapsed; then it is gone now, and whatever else had lapsed of that person
    boolean erased(ImageRow image) {
        UUID dataset = image.dataset().value();
        if (images.live(image.getId(), dataset, clock.instant()).isPresent()) {
            return false;
        }
        eraseOf(image.subject());
        return images.findByIdAndDatasetIdAndErasedAtIsNull(image.getId(), dataset)
                .isEmpty();
    }

    /// Also if there is nothing to erase.
    public void eraseOf(SubjectId subject) {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transactions.execute(status -> erasedSome(subject)));
        }
    }

    /// @return false once there is nothing left but what a hold keeps
    private boolean erasedSome(SubjectId subject) {
        List<ImageRow> some = images.lapsedWith(subject.value(), clock.instant(), ImageRemoval.AT_A_TIME).stream()
                .filter(image ->
                        holds.mayDestroy(HoldObject.subject(image.subject().value())))
                .toList();
        if (!some.isEmpty()) {
            removal.erase(subject, some);
        }
        return !some.isEmpty();
    }
}
