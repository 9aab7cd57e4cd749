package dev.facewright.platform.erasure;

import dev.facewright.platform.consent.PersonalDataHolder;
import dev.facewright.platform.consent.SubjectErasure;
import dev.facewright.platform.consent.SubjectId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Shuts the door, has every holder erase, looks whether any still holds something, and only then destroys the
/// person's key. May be broken off between any two steps and begun again.
@Component
class Erasure {
    private static final Logger log = LoggerFactory.getLogger(Erasure.class);

    private final SubjectErasure subjects;
    private final ObjectProvider<PersonalDataHolder> holders;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;

    Erasure(
            SubjectErasure subjects,
            ObjectProvider<PersonalDataHolder> holders,
            TransactionOperations transactions,
            ApplicationEventPublisher events) {
        this.subjects = subjects;
        this.holders = holders;
        this.transactions = transactions;
        this.events = events;
    }

    /// Does nothing if the person agrees to something after all, or is erased already.
    ///
    /// @return false if something is left, which the log and the audit log name
    boolean erase(SubjectId subject) {
        if (!subjects.begin(subject)) {
            return true;
        }
        holders.orderedStream().forEach(holder -> holder.erase(subject));
        List<Leftovers> left = holders.orderedStream()
                .map(holder -> Leftovers.of(holder.name(), () -> holder.find(subject)))
                .filter(Leftovers::any)
                .toList();
        if (left.isEmpty()) {
            finish(subject);
        } else {
            tell(subject, left);
        }
        return left.isEmpty();
    }

    private void finish(SubjectId subject) {
        List<Leftovers> unattributed = holders.orderedStream()
                .map(holder -> Leftovers.of(holder.name(), holder::unattributed))
                .filter(Leftovers::any)
                .toList();
        transactions.executeWithoutResult(status -> {
            if (subjects.finish(subject)) {
                events.publishEvent(new ErasureEvent.SubjectErased(subject, unattributed));
            }
        });
    }

    private void tell(SubjectId subject, List<Leftovers> left) {
        log.warn("The erasure of subject {} is not done, since there still is: {}", subject, left);
        transactions.executeWithoutResult(
                status -> events.publishEvent(new ErasureEvent.SubjectStillHeld(subject, left)));
    }
}
