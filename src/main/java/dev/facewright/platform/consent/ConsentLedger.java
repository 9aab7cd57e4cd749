package dev.facewright.platform.consent;

import dev.facewright.platform.consent.ConsentProblem.EvidenceAlreadyThere;
import dev.facewright.platform.consent.ConsentProblem.NoLiveConsent;
import dev.facewright.platform.consent.ConsentProblem.SubjectBeingErased;
import dev.facewright.platform.consent.ConsentProblem.SubjectCodeTaken;
import dev.facewright.platform.consent.ConsentProblem.SubjectNotFound;
import dev.facewright.platform.consent.NewConsent.Evidence;
import dev.facewright.platform.kernel.UniqueRule;
import dev.facewright.platform.storage.DataKeyId;
import dev.facewright.platform.storage.ObjectOwner;
import dev.facewright.platform.storage.Vault;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The book of consents: who agreed to what, and whether they still do.
///
/// Changes to one subject take turns by a lock on its row. Whoever stores something about a subject holds
/// that row with `holdLive`, so that a withdrawal comes either before, and the storing is refused, or
/// after, and finds what was stored.
@Service
public class ConsentLedger {
    private static final UniqueRule CODE = new UniqueRule("data_subject_code_key");

    private final SubjectRepository subjects;
    private final LivePurposes livePurposes;
    private final EvidenceSafe evidence;
    private final Vault vault;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConsentLedger(
            SubjectRepository subjects,
            LivePurposes livePurposes,
            EvidenceSafe evidence,
            Vault vault,
            ApplicationEventPublisher events,
            Clock clock) {
        this.subjects = subjects;
        this.livePurposes = livePurposes;
        this.evidence = evidence;
        this.vault = vault;
        this.events = events;
        this.clock = clock;
    }

    /// Registers a person together with their first consent; there is no way to do it without one.
    ///
    /// @throws ConsentProblem.ConsentInvalid if something about it cannot be recorded
    /// @throws SubjectCodeTaken if another subject has the code
    @Transactional
    public SubjectId register(NewSubject newSubject) {
        ConsentRules.checkCode(newSubject.code());
        ConsentRules.check(newSubject.consent(), clock.instant());
        if (subjects.existsByCode(newSubject.code())) {
            throw new SubjectCodeTaken();
        }
        SubjectId id = SubjectId.random();
        DataKeyId key = vault.createKey(ObjectOwner.subject(id.value()));
        Subject subject = new Subject(id, newSubject.code(), key, clock.instant());
        insert(subject);
        events.publishEvent(new ConsentEvent.SubjectRegistered(subject.id()));
        record(subject, newSubject.consent());
        return subject.id();
    }

    private void insert(Subject subject) {
        try {
            subjects.saveAndFlush(subject);
        } catch (DataIntegrityViolationException violation) {
            throw CODE.brokenBy(violation) ? new SubjectCodeTaken() : violation; // another was faster
        }
    }

    /// Records a further consent of a registered person.
    ///
    /// @throws ConsentProblem.ConsentInvalid if something about it cannot be recorded
    /// @throws SubjectBeingErased if it is too late: the person is registered anew then
    @Transactional
    public ConsentId grant(SubjectId id, NewConsent consent) {
        ConsentRules.check(consent, clock.instant());
        Subject subject = lock(id);
        if (subject.erasing()) {
            throw new SubjectBeingErased(id);
        }
        return record(subject, consent);
    }

    private ConsentId record(Subject subject, NewConsent given) {
        Consent consent = new Consent(subject, given, clock.instant());
        if (given.evidence() != null) {
            keep(subject, consent, given.evidence());
        }
        subject.add(consent);
        subjects.flush();
        events.publishEvent(new ConsentEvent.Granted(subject.id(), consent.id(), given.purposes()));
        return consent.id();
    }

    /// Adds what proves a consent that was recorded without, once.
    ///
    /// @throws ConsentProblem.ConsentInvalid if it is no evidence
    /// @throws EvidenceAlreadyThere if there is some: what was handed in is not replaced
    /// @throws SubjectBeingErased if it is too late
    @Transactional
    public void prove(SubjectId id, ConsentId consentId, Evidence handedIn) {
        Subject subject = lock(id);
        if (subject.erasing()) {
            throw new SubjectBeingErased(id);
        }
        Consent consent = subject.consent(consentId);
        if (consent.evidence().isPresent()) {
            throw new EvidenceAlreadyThere(consentId);
        }
        keep(subject, consent, handedIn);
        subjects.flush();
        events.publishEvent(new ConsentEvent.EvidenceAdded(id, consentId));
    }

    private void keep(Subject subject, Consent consent, Evidence handedIn) {
        consent.attach(evidence.keep(subject.id(), subject.dataKey(), consent.id(), handedIn));
    }

    /// Ends a consent. Whatever rests on it alone is out of use from the commit of this transaction on.
    ///
    /// @param reasonCode  of a `WithdrawalReason`: `subject-request`
    /// @throws ConsentProblem.ConsentAlreadyWithdrawn the second time
    @Transactional
    public void withdraw(SubjectId id, ConsentId consentId, String reasonCode) {
        WithdrawalReason reason = WithdrawalReason.ofCode(reasonCode);
        Subject subject = lock(id);
        Consent consent = subject.consent(consentId);
        consent.withdraw(reason, clock.instant());
        Set<Purpose> noLongerLive = noLongerLive(subject, consent);
        events.publishEvent(new ConsentEvent.Withdrawn(id, consentId, noLongerLive, reason.code()));
    }

    /// Announces consents whose time ran out since this was last called.
    @Transactional
    void announceExpiries(SubjectId id) {
        Instant now = clock.instant();
        Subject subject = lock(id);
        for (Consent consent : subject.consents()) {
            if (consent.runOut(now)) {
                events.publishEvent(new ConsentEvent.Expired(id, consent.id(), noLongerLive(subject, consent)));
            }
        }
    }

    private Set<Purpose> noLongerLive(Subject subject, Consent ended) {
        Set<Purpose> purposes = EnumSet.copyOf(ended.purposes());
        purposes.removeAll(livePurposes.of(subject.id()));
        return purposes;
    }

    /// Whether the subject agrees to the purpose at this moment.
    @Transactional(readOnly = true)
    public boolean live(SubjectId subject, Purpose purpose) {
        return !live(List.of(subject), purpose).isEmpty();
    }

    /// Those of the subjects who agree to the purpose at this moment.
    @Transactional(readOnly = true)
    public Set<SubjectId> live(Collection<SubjectId> asked, Purpose purpose) {
        UUID[] ids = asked.stream().map(SubjectId::value).toArray(UUID[]::new);
        return subjects.live(ids, purpose.name(), clock.instant()).stream()
                .map(SubjectId::new)
                .collect(Collectors.toSet());
    }

    /// Those of the subjects who agree to the purpose at this moment by a consent that has evidence.
    @Transactional(readOnly = true)
    public Set<SubjectId> proven(Collection<SubjectId> asked, Purpose purpose) {
        UUID[] ids = asked.stream().map(SubjectId::value).toArray(UUID[]::new);
        return subjects.proven(ids, purpose.name(), clock.instant()).stream()
                .map(SubjectId::new)
                .collect(Collectors.toSet());
    }

    /// @throws NoLiveConsent if the subject does not agree to the purpose at this moment
    @Transactional(readOnly = true)
    public void requireLive(SubjectId subject, Purpose purpose) {
        if (!live(subject, purpose)) {
            throw new NoLiveConsent(subject, purpose);
        }
    }

    /// `requireLive`, and holds back any withdrawal until the caller's transaction ends.
    ///
    /// @return what the caller's doing rests on
    /// @throws NoLiveConsent if the subject does not agree to the purpose at this moment
    @Transactional(propagation = Propagation.MANDATORY)
    public LiveConsent holdLive(SubjectId subject, Purpose purpose) {
        LiveConsent held = holdLive(List.of(subject), purpose).get(subject);
        if (held == null) {
            throw new NoLiveConsent(subject, purpose);
        }
        return held;
    }

    /// Those of the subjects who agree to the purpose at this moment, each with the consent that lasts longest; holds
    /// back their withdrawal until the caller's transaction ends.
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<SubjectId, LiveConsent> holdLive(Collection<SubjectId> asked, Purpose purpose) {
        UUID[] ids = asked.stream().map(SubjectId::value).toArray(UUID[]::new);
        subjects.hold(ids);
        return subjects.grounds(ids, purpose.name(), clock.instant()).stream()
                .map(found -> new LiveConsent(
                        new SubjectId(found.getSubject()),
                        new ConsentId(found.getConsent()),
                        found.getRecordedAt(),
                        found.getSince()))
                .collect(Collectors.toMap(LiveConsent::subject, Function.identity()));
    }

    /// The subject under that code. One whose erasure has begun is not found.
    @Transactional(readOnly = true)
    public Optional<SubjectId> byCode(String code) {
        return subjects.idOf(code).map(SubjectId::new);
    }

    /// `byCode` for many; those that are not found are left out.
    @Transactional(readOnly = true)
    public Map<String, SubjectId> byCodes(Collection<String> codes) {
        return subjects.idsOf(codes.toArray(String[]::new)).stream()
                .collect(Collectors.toMap(SubjectRepository.IdAndCode::getCode, found -> new SubjectId(found.getId())));
    }

    /// The codes of those subjects that are not erased.
    @Transactional(readOnly = true)
    public Map<SubjectId, String> codes(Collection<SubjectId> asked) {
        UUID[] ids = asked.stream().map(SubjectId::value).toArray(UUID[]::new);
        return subjects.codesOf(ids).stream()
                .collect(Collectors.toMap(found -> new SubjectId(found.getId()), SubjectRepository.IdAndCode::getCode));
    }

    /// The key under which everything about the subject is encrypted.
    ///
    /// @throws SubjectNotFound if there is none
    @Transactional(readOnly = true)
    public DataKeyId keyOf(SubjectId subject) {
        return subjects.dataKeyOf(subject.value()).map(DataKeyId::new).orElseThrow(() -> new SubjectNotFound(subject));
    }

    /// `keyOf` for many.
    ///
    /// @throws SubjectNotFound if there is none for one of them
    @Transactional(readOnly = true)
    public Map<SubjectId, DataKeyId> keysOf(Collection<SubjectId> asked) {
        UUID[] ids = asked.stream().map(SubjectId::value).toArray(UUID[]::new);
        Map<SubjectId, DataKeyId> keys = subjects.dataKeysOf(ids).stream()
                .collect(Collectors.toMap(
                        found -> new SubjectId(found.getId()), found -> new DataKeyId(found.getDataKey())));
        asked.stream().filter(subject -> !keys.containsKey(subject)).findAny().ifPresent(subject -> {
            throw new SubjectNotFound(subject);
        });
        return keys;
    }

    private Subject lock(SubjectId id) {
        return subjects.lockToChange(id.value()).orElseThrow(() -> new SubjectNotFound(id));
    }
}
