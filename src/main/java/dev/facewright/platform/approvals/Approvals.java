package dev.facewright.platform.approvals;

import dev.facewright.platform.accounts.AccountId;
import dev.facewright.platform.accounts.CurrentAccount;
import dev.facewright.platform.approvals.ApprovalProblem.AlreadyProposed;
import dev.facewright.platform.approvals.ApprovalProblem.NobodyActs;
import dev.facewright.platform.approvals.ApprovalProblem.NotIndependent;
import dev.facewright.platform.approvals.ApprovalProblem.OwnProposal;
import dev.facewright.platform.approvals.ApprovalProblem.ProposalChanged;
import dev.facewright.platform.approvals.ApprovalProblem.ProposalDecided;
import dev.facewright.platform.approvals.ApprovalProblem.ProposalNotFound;
import dev.facewright.platform.kernel.PageView;
import dev.facewright.platform.kernel.UniqueRule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What waits for a second person, and what became of it.
@Service
@Transactional
public class Approvals {
    private static final UniqueRule ONCE = new UniqueRule("proposal_decision_pkey");
    private static final UniqueRule IN_TIME = new UniqueRule("proposal_decision_in_time");
    private static final UniqueRule OF_THIS = new UniqueRule("proposal_decision_of_this");
    private static final UniqueRule BY_ANOTHER = new UniqueRule("proposal_decision_by_another");
    private static final UniqueRule INDEPENDENT = new UniqueRule("proposal_decision_independent");

    private final ProposalRepository proposals;
    private final DecisionRepository decisions;
    private final Map<String, TwoPersonMatter> matters;
    private final ApprovalSettings settings;
    private final CurrentAccount current;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Approvals(
            ProposalRepository proposals,
            DecisionRepository decisions,
            List<TwoPersonMatter> matters,
            ApprovalSettings settings,
            CurrentAccount current,
            ApplicationEventPublisher events,
            Clock clock) {
        this.proposals = proposals;
        this.decisions = decisions;
        this.matters = matters.stream().collect(Collectors.toMap(TwoPersonMatter::kind, Function.identity()));
        this.settings = settings;
        this.current = current;
        this.events = events;
        this.clock = clock;
    }

    /// Waits for somebody else; where there is nobody else, it is done at once.
    ///
    /// @param kind  of a `TwoPersonMatter`
    /// @param detail  a word that belongs to it
    /// @throws AlreadyProposed if the same waits already
    public ProposalView propose(String kind, UUID object, String detail) {
        TwoPersonMatter matter = matter(kind);
        proposals.openOf(object, kind, clock.instant()).ifPresent(open -> {
            throw new AlreadyProposed(open.id());
        });
        var proposal = new Proposal(matter, object, detail, acting(), clock.instant(), settings);
        proposals.saveAndFlush(proposal);
        events.publishEvent(new ApprovalEvent.Proposed(proposal.id(), kind, object, settings.onePerson()));
        if (settings.onePerson()) {
            return approve(proposal.id(), proposal.contentHash());
        }
        return view(proposal);
    }

    /// Agrees, and has it done.
    ///
    /// @param contentHash  of what was looked at
    /// @throws ProposalChanged if that is not what was proposed, or no longer what stands there
    /// @throws OwnProposal from whoever proposed it
    /// @throws NotIndependent from an account that is none of its own
    /// @throws ProposalDecided if it is too late
    public ProposalView approve(ProposalId id, String contentHash) {
        Proposal proposal = find(id);
        TwoPersonMatter matter = matter(proposal.kind());
        decide(proposal, ProposalStatus.APPROVED, contentHash);
        if (!hash(matter, proposal.object(), proposal.detail()).equals(proposal.contentHash())) {
            throw new ProposalChanged(id);
        }
        matter.carryOut(proposal.object(), proposal.detail(), id);
        ProposalView told = get(id);
        events.publishEvent(new ApprovalEvent.Approved(id, told.kind(), told.object(), told.onePerson()));
        return told;
    }

    /// Decides against it; the proposer takes it back so.
    ///
    /// @throws ProposalDecided if it is too late
    public ProposalView reject(ProposalId id) {
        Proposal proposal = find(id);
        decide(proposal, ProposalStatus.REJECTED, proposal.contentHash());
        ProposalView told = get(id);
        events.publishEvent(new ApprovalEvent.Rejected(id, told.kind(), told.object(), told.onePerson()));
        return told;
    }

    /// Who is somebody else is the database's to say.
    private void decide(Proposal proposal, ProposalStatus decision, String contentHash) {
        if (proposal.status(clock.instant()) != ProposalStatus.PROPOSED) {
            throw new ProposalDecided(proposal.id());
        }
        try {
            var made = new ProposalDecision(proposal, decision, acting(), contentHash, clock.instant());
            decisions.saveAndFlush(made);
            proposal.decided(made);
        } catch (DataIntegrityViolationException violation) {
            throw refusal(proposal.id(), violation);
        }
    }

    private static RuntimeException refusal(ProposalId id, DataIntegrityViolationException violation) {
        if (ONCE.brokenBy(violation) || IN_TIME.brokenBy(violation)) {
            return new ProposalDecided(id);
        }
        if (OF_THIS.brokenBy(violation)) {
            return new ProposalChanged(id);
        }
        if (BY_ANOTHER.brokenBy(violation)) {
            return new OwnProposal(id);
        }
        return INDEPENDENT.brokenBy(violation) ? new NotIndependent(id) : violation;
    }

    /// The newest first.
    ///
    /// @param open  whether only those that wait
    @Transactional(readOnly = true)
    public PageView<ProposalView> list(boolean open, int page, int size) {
        var request = PageRequest.of(page, size);
        return PageView.of(open ? proposals.open(clock.instant(), request) : proposals.latest(request), this::view);
    }

    /// @throws ProposalNotFound if there is none
    @Transactional(readOnly = true)
    public ProposalView get(ProposalId id) {
        return view(find(id));
    }

    /// What waits about that object.
    @Transactional(readOnly = true)
    public Optional<ProposalView> open(String kind, UUID object) {
        return proposals.openOf(object, kind, clock.instant()).map(this::view);
    }

    static String hash(TwoPersonMatter matter, UUID object, String detail) {
        try {
            String content = matter.kind() + "\n" + object + "\n" + detail + "\n" + matter.content(object, detail);
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private ProposalView view(Proposal proposal) {
        return proposal.view(clock.instant(), matter(proposal.kind()).page(proposal.object()));
    }

    private AccountId acting() {
        return current.get().orElseThrow(NobodyActs::new);
    }

    private TwoPersonMatter matter(String kind) {
        return Optional.ofNullable(matters.get(kind))
                .orElseThrow(() -> new IllegalArgumentException("Nobody knows the matter " + kind));
    }

    private Proposal find(ProposalId id) {
        return proposals.findById(id.value()).orElseThrow(() -> new ProposalNotFound(id));
    }
}
