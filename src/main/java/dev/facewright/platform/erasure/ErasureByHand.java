package dev.facewright.platform.erasure;

import dev.facewright.platform.approvals.Approvals;
import dev.facewright.platform.approvals.ProposalId;
import dev.facewright.platform.approvals.TwoPersonMatter;
import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.ConsentView;
import dev.facewright.platform.consent.ConsentView.ConsentState;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.consent.Subjects;
import dev.facewright.platform.erasure.ErasureProblem.ErasedByItself;
import dev.facewright.platform.erasure.ErasureRow.RequestedBy;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Erasing somebody who still agrees to something takes two people: it ends all their consents, and what follows from
/// that is what follows from any end of all consents.
@Component
class ErasureByHand implements TwoPersonMatter {
    static final String KIND = "erase-person";

    private final Subjects subjects;
    private final ConsentLedger ledger;
    private final ErasureRepository rows;
    private final ObjectProvider<Approvals> approvals;
    private final Clock clock;

    ErasureByHand(
            Subjects subjects,
            ConsentLedger ledger,
            ErasureRepository rows,
            ObjectProvider<Approvals> approvals,
            Clock clock) {
        this.subjects = subjects;
        this.ledger = ledger;
        this.rows = rows;
        this.approvals = approvals;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /// The consents that would end: with another one given or ended meanwhile it is another question.
    @Override
    public String content(UUID object, String detail) {
        return live(new SubjectId(object)).stream()
                .map(consent -> consent.id().toString())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private List<ConsentView> live(SubjectId subject) {
        List<ConsentView> live = subjects.get(subject).consents().stream()
                .filter(consent -> consent.state() == ConsentState.LIVE)
                .toList();
        if (live.isEmpty()) {
            throw new ErasedByItself(subject);
        }
        return live;
    }

    @Override
    public void carryOut(UUID object, String detail, ProposalId proposal) {
        SubjectId subject = new SubjectId(object);
        boolean alone = approvals.getObject().get(proposal).onePerson();
        List<ConsentView> ending = live(subject);
        rows.saveAndFlush(
                new ErasureRow(subject, alone ? RequestedBy.ONE_PERSON : RequestedBy.TWO_PEOPLE, clock.instant()));
        ending.forEach(consent -> ledger.withdraw(subject, consent.id(), detail));
    }

    @Override
    public String page(UUID object) {
        return "/people/" + object;
    }
}
