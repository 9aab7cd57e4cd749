package dev.facewright.platform.erasure;

import dev.facewright.platform.approvals.ProposalId;
import dev.facewright.platform.approvals.TwoPersonMatter;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Lifting a hold takes two people: what it keeps can be destroyed then.
@Component
class HoldLifting implements TwoPersonMatter {
    static final String KIND = "lift-hold";

    private final LegalHolds holds;
    private final HoldEndRepository ends;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HoldLifting(LegalHolds holds, HoldEndRepository ends, ApplicationEventPublisher events, Clock clock) {
        this.holds = holds;
        this.ends = ends;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String content(UUID object, String detail) {
        HoldView hold = holds.get(new HoldId(object));
        return hold.kind() + " " + hold.object() + " " + hold.reason() + " " + hold.placedAt();
    }

    @Override
    public void carryOut(UUID object, String detail, ProposalId proposal) {
        LegalHold hold = holds.standing(new HoldId(object));
        ends.saveAndFlush(new LegalHoldEnd(hold, proposal, clock.instant()));
        HoldObject on = hold.object();
        events.publishEvent(new HoldEvent.Lifted(hold.id(), on.kind(), on.id(), hold.reason()));
    }

    @Override
    public String page(UUID object) {
        return "/holds#hold-" + object;
    }
}
