package dev.facewright.platform.erasure;

import dev.facewright.platform.consent.Mark;
import dev.facewright.platform.consent.PersonalDataHolder;
import dev.facewright.platform.consent.SubjectErasure;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.erasure.rescan.Findings;
import dev.facewright.platform.erasure.rescan.Rescan;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Believes no holder: looks everywhere for whoever is said to be erased, at all of them in one look, and says that
/// they
/// are erased where nothing unexplained was found. Else the erasure is open again.
@Component
class ErasureProof {
    private static final Logger log = LoggerFactory.getLogger(ErasureProof.class);

    private final SubjectErasure subjects;
    private final ErasureRepository rows;
    private final MarkSafe marks;
    private final Rescan rescan;
    private final ObjectProvider<PersonalDataHolder> holders;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    /// Whoever is not done by then waits for the next time.
    private static final int LOOKS = 3;

    private final ReentrantLock turn = new ReentrantLock();

    ErasureProof(
            SubjectErasure subjects,
            ErasureRepository rows,
            MarkSafe marks,
            Rescan rescan,
            ObjectProvider<PersonalDataHolder> holders,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.subjects = subjects;
        this.rows = rows;
        this.marks = marks;
        this.rescan = rescan;
        this.holders = holders;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /// The same for transactions that are watched.
    ErasureProof with(TransactionOperations watched, ApplicationEventPublisher heard) {
        return new ErasureProof(subjects, rows, marks, rescan, holders, watched, heard, clock);
    }

    /// For everybody who waits; whoever comes while it is looked waits for the next look.
    void prove() {
        turn.lock();
        try {
            Map<SubjectId, Set<Mark>> waiting = new HashMap<>();
            for (ErasureRow row : rows.findByState(ErasureState.RESCAN)) {
                marks.of(row.subject()).ifPresent(theirs -> waiting.put(row.subject(), alone(row.subject(), theirs)));
            }
            for (int look = 0; look < LOOKS && !waiting.isEmpty(); look++) {
                Rescan.Report report = rescan.look(waiting);
                waiting.entrySet().removeIf(each -> judge(each.getKey(), each.getValue(), report));
                waiting.replaceAll(this::alone);
            }
        } finally {
            turn.unlock();
        }
    }

    /// Without fingerprints that are somebody else's as well by now, or a pseudonym that is.
    private Set<Mark> alone(SubjectId subject, Set<Mark> theirs) {
        Set<String> hashes = theirs.stream()
                .filter(mark -> mark.kind() == Mark.Kind.HASH)
                .map(Mark::text)
                .collect(Collectors.toSet());
        Set<Mark> others = holders.orderedStream()
                .flatMap(holder -> holder.ofOthers(subject, hashes).stream())
                .map(Mark::hash)
                .collect(Collectors.toSet());
        return theirs.stream()
                .filter(mark -> !others.contains(mark))
                .filter(mark -> mark.kind() != Mark.Kind.CODE || !subjects.codeTaken(mark.text()))
                .collect(Collectors.toSet());
    }

    /// @return false if somebody else came to have some of it while it was looked: it is looked again then
    private boolean judge(SubjectId subject, Set<Mark> theirs, Rescan.Report report) {
        Findings found = Objects.requireNonNull(report.found().get(subject));
        if (found.unexplainedCount() == 0) {
            finish(subject, RescanReport.of(report, found, Rescan.looksForCode(theirs)));
        } else if (alone(subject, theirs).equals(theirs)) {
            reopen(subject, new Leftovers("rescan", found.unexplained(), found.unexplainedCount()));
        } else {
            return false;
        }
        return true;
    }

    private void finish(SubjectId subject, RescanReport report) {
        List<Leftovers> unattributed = holders.orderedStream()
                .map(holder -> Leftovers.of(holder.name(), holder::unattributed))
                .filter(Leftovers::any)
                .toList();
        transactions.executeWithoutResult(status -> rows.lock(subject.value())
                .filter(row -> row.state() == ErasureState.RESCAN)
                .filter(row -> subjects.finish(subject))
                .ifPresent(row -> {
                    row.erased(report, unattributed, clock.instant());
                    marks.forget(subject);
                    events.publishEvent(new ErasureEvent.SubjectErased(subject, unattributed));
                }));
    }

    private void reopen(SubjectId subject, Leftovers left) {
        log.warn("The erasure of subject {} is not done, since unexplained traces were found: {}", subject, left);
        transactions.executeWithoutResult(status -> rows.lock(subject.value())
                .filter(row -> row.state() == ErasureState.RESCAN)
                .ifPresent(row -> {
                    row.stillHeld(List.of(left));
                    events.publishEvent(new ErasureEvent.SubjectStillHeld(subject, List.of(left)));
                }));
    }
}
