package dev.facewright.platform.erasure;

import dev.facewright.platform.consent.Mark;
import dev.facewright.platform.consent.PersonalDataHolder;
import dev.facewright.platform.consent.SubjectErasure;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.erasure.ErasureRow.RequestedBy;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// The first step of an erasure, in one transaction: what to look for is remembered, and the key destroyed. Before it a
/// hold stops the erasure; after it there is nothing left that a hold could keep.
@Component
class PointOfNoReturn {
    private final SubjectErasure subjects;
    private final ErasureRepository rows;
    private final MarkSafe marks;
    private final LegalHolds holds;
    private final ObjectProvider<PersonalDataHolder> holders;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PointOfNoReturn(
            SubjectErasure subjects,
            ErasureRepository rows,
            MarkSafe marks,
            LegalHolds holds,
            ObjectProvider<PersonalDataHolder> holders,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.subjects = subjects;
        this.rows = rows;
        this.marks = marks;
        this.holds = holds;
        this.holders = holders;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /// The same for holders and transactions that are watched.
    PointOfNoReturn with(
            ObjectProvider<PersonalDataHolder> others, TransactionOperations watched, ApplicationEventPublisher heard) {
        return new PointOfNoReturn(subjects, rows, marks, holds, others, watched, heard, clock);
    }

    /// @return where the erasure is then: `WAITING` while a hold stands
    ErasureState pass(SubjectId subject, RequestedBy requestedBy) {
        return Objects.requireNonNull(transactions.execute(status -> {
            boolean free = holds.mayDestroy(HoldObject.subject(subject.value()));
            boolean first = rows.begin(subject.value(), requestedBy.name(), clock.instant()) == 1;
            ErasureRow row = rows.lock(subject.value()).orElseThrow();
            if (row.state() == ErasureState.WAITING && free) {
                destroyKey(subject, row);
            } else if (row.state() == ErasureState.WAITING && first) {
                events.publishEvent(new ErasureEvent.SubjectWaits(subject));
            }
            return row.state();
        }));
    }

    private void destroyKey(SubjectId subject, ErasureRow row) {
        Set<Mark> all = new LinkedHashSet<>(subjects.marks(subject));
        holders.orderedStream().forEach(holder -> {
            try (Stream<Mark> theirs = holder.marks(subject)) {
                theirs.forEach(all::add);
            }
        });
        marks.remember(subject, all);
        String commitment = Commitment.to(subjects.secretOf(subject), code(all));
        row.keyDestroyed(subjects.destroyKey(subject), commitment, CertificateText.counts(all), clock.instant());
        events.publishEvent(new ErasureEvent.KeyDestroyed(subject));
    }

    private static String code(Set<Mark> marks) {
        return marks.stream()
                .filter(mark -> mark.kind() == Mark.Kind.CODE)
                .map(Mark::text)
                .findFirst()
                .orElse("");
    }
}
