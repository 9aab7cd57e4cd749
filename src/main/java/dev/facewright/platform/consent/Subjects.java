package dev.facewright.platform.consent;

import dev.facewright.platform.consent.ConsentProblem.EvidenceNotFound;
import dev.facewright.platform.consent.ConsentProblem.SubjectNotFound;
import dev.facewright.platform.kernel.PageView;
import dev.facewright.platform.storage.ObjectKey;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The data subjects, to be looked at.
@Service
public class Subjects {
    private static final int LARGEST_PAGE = 200;

    private final SubjectRepository subjects;
    private final LivePurposes livePurposes;
    private final EvidenceSafe evidence;
    private final Clock clock;

    Subjects(SubjectRepository subjects, LivePurposes livePurposes, EvidenceSafe evidence, Clock clock) {
        this.subjects = subjects;
        this.livePurposes = livePurposes;
        this.evidence = evidence;
        this.clock = clock;
    }

    /// The latest registered first.
    ///
    /// @param code  part of a code, in any case; empty for all
    /// @param status  null for all
    @Transactional(readOnly = true)
    public PageView<SubjectView> search(String code, @Nullable SubjectStatus status, int page, int size) {
        Instant now = clock.instant();
        int from = Math.max(0, page);
        int most = Math.clamp(size, 1, LARGEST_PAGE);
        long skip = (long) from * most;
        String part = code.strip();
        List<Subject> found = part.isEmpty()
                ? subjects.latest(named(status), now, skip, most)
                : subjects.latestCoded(part, named(status), now, skip, most);
        long total =
                part.isEmpty() ? subjects.count(named(status), now) : subjects.countCoded(part, named(status), now);
        var live = livePurposes.of(found.stream().map(Subject::id).toList());
        List<SubjectView> views = found.stream()
                .map(subject -> view(subject, live.getOrDefault(subject.id(), Set.of()), now))
                .toList();
        return new PageView<>(views, from, most, total);
    }

    /// How many there are of that status.
    @Transactional(readOnly = true)
    public long count(SubjectStatus status) {
        return subjects.count(status.name(), clock.instant());
    }

    private static String named(@Nullable SubjectStatus status) {
        return status == null ? "ANY" : status.name();
    }

    /// @throws SubjectNotFound if there is none
    @Transactional(readOnly = true)
    public SubjectView get(SubjectId id) {
        return view(find(id), livePurposes.of(id), clock.instant());
    }

    /// @throws SubjectNotFound if there is no such subject
    /// @throws ConsentProblem.ConsentNotFound if there is no such consent
    @Transactional(readOnly = true)
    public ConsentView consent(SubjectId id, ConsentId consentId) {
        return find(id).consent(consentId).view(clock.instant());
    }

    /// @throws SubjectNotFound if there is no such subject
    /// @throws ConsentProblem.ConsentNotFound if there is no such consent
    /// @throws EvidenceNotFound if there is no evidence, or none any more
    @Transactional(readOnly = true)
    public EvidenceFile evidence(SubjectId id, ConsentId consentId) {
        Subject subject = find(id);
        Consent consent = subject.consent(consentId);
        String key = consent.evidenceKey();
        var view = consent.view(clock.instant()).evidence();
        if (key == null || view == null) {
            throw new EvidenceNotFound(consentId);
        }
        byte[] content = evidence.read(subject.dataKey(), consentId, new ObjectKey(key));
        return new EvidenceFile(view.mediaType(), EvidenceType.extensionOf(view.mediaType()), content);
    }

    private Subject find(SubjectId id) {
        return subjects.findById(id.value()).orElseThrow(() -> new SubjectNotFound(id));
    }

    private static SubjectView view(Subject subject, Set<Purpose> live, Instant now) {
        SubjectStatus status = subject.erasedAt() != null
                ? SubjectStatus.ERASED
                : live.isEmpty() ? SubjectStatus.ENDED : SubjectStatus.LIVE;
        List<ConsentView> consents =
                subject.consents().stream().map(consent -> consent.view(now)).toList();
        return new SubjectView(
                subject.id(), subject.code(), status, live, subject.registeredAt(), subject.erasedAt(), consents);
    }

    /// Evidence, decrypted to be handed out.
    ///
    /// @param extension  without the dot; goes with the consent's id into a file name
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere, and too large to copy
    public record EvidenceFile(String mediaType, String extension, byte[] content) {}
}
