package dev.facewright.platform.erasure;

import dev.facewright.platform.accounts.AccountId;
import dev.facewright.platform.accounts.CurrentAccount;
import dev.facewright.platform.approvals.Approvals;
import dev.facewright.platform.approvals.ProposalView;
import dev.facewright.platform.erasure.ErasureProblem.HoldEnded;
import dev.facewright.platform.erasure.ErasureProblem.HoldInvalid;
import dev.facewright.platform.erasure.ErasureProblem.HoldNotFound;
import dev.facewright.platform.kernel.PageView;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What must not be destroyed. A hold keeps bytes and opens nothing: whoever withdrew stays out of every use. One
/// person
/// places it, two lift it, and it does not end by itself.
@Service
public class LegalHolds {
    private final HoldRepository holds;
    private final ObjectProvider<HoldReach> reaches;
    private final ObjectProvider<Approvals> approvals;
    private final CurrentAccount current;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LegalHolds(
            HoldRepository holds,
            ObjectProvider<HoldReach> reaches,
            ObjectProvider<Approvals> approvals,
            CurrentAccount current,
            ApplicationEventPublisher events,
            Clock clock) {
        this.holds = holds;
        this.reaches = reaches;
        this.approvals = approvals;
        this.current = current;
        this.events = events;
        this.clock = clock;
    }

    /// Whether a hold keeps this from destruction now: one on it, on everything, or on what reaches it. For showing;
    /// whoever destroys asks `mayDestroy`.
    @Transactional(readOnly = true)
    public boolean keeps(HoldObject asked) {
        List<HoldObject> held = holds.standing().stream().map(LegalHold::object).toList();
        return held.contains(asked)
                || held.contains(HoldObject.everything())
                || (!held.isEmpty() && reaches.stream().anyMatch(reach -> reach.reaches(held, asked)));
    }

    /// Whether it may be destroyed; if so, no hold is placed until the caller's transaction ends, in which it destroys.
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean mayDestroy(HoldObject asked) {
        var _ = holds.holdTurn();
        return !keeps(asked);
    }

    /// @param reviewOn  when somebody looks whether it is still needed, from tomorrow on
    /// @throws HoldInvalid if there is no such thing, or the date has passed
    @Transactional
    public HoldId place(HoldObject object, HoldReason reason, LocalDate reviewOn) {
        if (!reviewOn.isAfter(LocalDate.ofInstant(clock.instant(), clock.getZone()))) {
            throw HoldInvalid.of("reviewOn");
        }
        if (object.kind() != HoldObject.Kind.EVERYTHING && reaches.stream().noneMatch(reach -> reach.exists(object))) {
            throw HoldInvalid.of("object");
        }
        AccountId by = current.get().orElseThrow(() -> HoldInvalid.of("placedBy"));
        var _ = holds.takeTurn();
        LegalHold hold = holds.save(new LegalHold(object, reason, reviewOn, by, clock.instant()));
        events.publishEvent(new HoldEvent.Placed(hold.id(), object.kind(), object.id(), reason.code()));
        return hold.id();
    }

    /// Proposes to lift it: somebody else has to approve.
    ///
    /// @throws HoldNotFound if there is none
    /// @throws HoldEnded if it was lifted before
    @Transactional
    public ProposalView proposeLifting(HoldId id) {
        return approvals
                .getObject()
                .propose(HoldLifting.KIND, id.value(), standing(id).reason());
    }

    /// @throws HoldNotFound if there is none
    @Transactional(readOnly = true)
    public HoldView get(HoldId id) {
        return find(id).view();
    }

    /// Those that stand first, the newest first.
    @Transactional(readOnly = true)
    public PageView<HoldView> list(int page, int size) {
        return PageView.of(holds.latest(PageRequest.of(page, size)), LegalHold::view);
    }

    /// What waits for a second person about that hold.
    @Transactional(readOnly = true)
    public Optional<ProposalView> lifting(HoldId id) {
        return approvals.getObject().open(HoldLifting.KIND, id.value());
    }

    LegalHold standing(HoldId id) {
        LegalHold hold = find(id);
        if (hold.ended()) {
            throw new HoldEnded(id);
        }
        return hold;
    }

    private LegalHold find(HoldId id) {
        return holds.findById(id.value()).orElseThrow(() -> new HoldNotFound(id));
    }
}
