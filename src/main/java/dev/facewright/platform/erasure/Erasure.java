package dev.facewright.platform.erasure;

import dev.facewright.platform.consent.PersonalDataHolder;
import dev.facewright.platform.consent.SubjectErasure;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.erasure.ErasureRow.RequestedBy;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Shuts the door, destroys the person's key, has every holder erase, and asks each what is left. What they say is
/// proved afterwards, by `ErasureProof`. May be broken off between any two steps and begun again.
@Component
class Erasure {
    private static final Logger log = LoggerFactory.getLogger(Erasure.class);

    private final SubjectErasure subjects;
    private final PointOfNoReturn keys;
    private final ErasureRepository rows;
    private final ObjectProvider<PersonalDataHolder> holders;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;

    Erasure(
            SubjectErasure subjects,
            PointOfNoReturn keys,
            ErasureRepository rows,
            ObjectProvider<PersonalDataHolder> holders,
            TransactionOperations transactions,
            ApplicationEventPublisher events) {
        this.subjects = subjects;
        this.keys = keys;
        this.rows = rows;
        this.holders = holders;
        this.transactions = transactions;
        this.events = events;
    }

    /// How far it came.
    enum Outcome {
        /// The person agrees to something after all, or is erased already.
        NOTHING_TO_DO,
        /// A legal hold stands.
        WAITS,
        /// Something is left, which the log and the audit log name.
        STILL_HELD,
        /// Nothing is left, as everybody has just said.
        SAID_DONE,
        /// That was said before, and waits to be proved.
        AWAITS_PROOF
    }

    Outcome erase(SubjectId subject) {
        if (!subjects.begin(subject)) {
            return Outcome.NOTHING_TO_DO;
        }
        return switch (keys.pass(subject, RequestedBy.CONSENT_ENDED)) {
            case WAITING -> Outcome.WAITS;
            case RESCAN -> Outcome.AWAITS_PROOF;
            case ERASING, STILL_HELD -> eraseEverywhere(subject);
            case ERASED, CERTIFIED -> Outcome.NOTHING_TO_DO;
        };
    }

    /// Whether there is something left to do about it.
    boolean isOpen(SubjectId subject) {
        return rows.findById(subject.value())
                .filter(row -> row.state() != ErasureState.ERASED && row.state() != ErasureState.CERTIFIED)
                .isPresent();
    }

    private Outcome eraseEverywhere(SubjectId subject) {
        holders.orderedStream().forEach(holder -> holder.erase(subject));
        List<Leftovers> left = holders.orderedStream()
                .map(holder -> Leftovers.of(holder.name(), () -> holder.find(subject)))
                .filter(Leftovers::any)
                .toList();
        if (!left.isEmpty()) {
            tell(subject, left);
            return Outcome.STILL_HELD;
        }
        transactions.executeWithoutResult(status -> rows.lock(subject.value()).ifPresent(ErasureRow::awaitRescan));
        return Outcome.SAID_DONE;
    }

    private void tell(SubjectId subject, List<Leftovers> left) {
        log.warn("The erasure of subject {} is not done, since there still is: {}", subject, left);
        transactions.executeWithoutResult(status -> {
            rows.lock(subject.value()).ifPresent(row -> row.stillHeld(left));
            events.publishEvent(new ErasureEvent.SubjectStillHeld(subject, left));
        });
    }
}
