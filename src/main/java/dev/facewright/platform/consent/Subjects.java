package dev.facewright.platform.consent;

import dev.facewright.platform.consent.ConsentProblem.EvidenceNotFound;
import dev.facewright.platform.consent.ConsentProblem.SubjectNotFound;
import dev.facewright.platform.consent.SubjectRepository.Match;
import dev.facewright.platform.kernel.PageView;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
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
        var request = PageRequest.of(Math.max(0, page), Math.clamp(size, 1, LARGEST_PAGE));
        Instant now = clock.instant();
        String part = code.strip();
        Page<Subject> found =
                part.isEmpty() ? all(named(status), now, request) : coded(part, named(status), now, request);
        var live = livePurposes.of(found.stream().map(Subject::id).toList());
        return PageView.of(found, subject -> view(subject, live.getOrDefault(subject.id(), Set.of()), now));
    }

    private Page<Subject> all(String status, Instant now, PageRequest request) {
        List<Subject> found = subjects.latest(status, now, request.getOffset(), request.getPageSize());
        return new PageImpl<>(found, request, subjects.count(status, now));
    }

    /// Matches are looked for once, for the page and the number of them.
    private Page<Subject> coded(String part, String status, Instant now, PageRequest request) {
        List<Match> matches = subjects.latestCoded(part, status, now, request.getOffset(), request.getPageSize());
        long total = matches.isEmpty()
                ? subjects.countCoded(part, status, now)
                : matches.getFirst().getTotal();
        List<UUID> ids = matches.stream().map(Match::getId).toList();
        List<Subject> found = subjects.findAllById(ids).stream()
                .sorted(Comparator.comparingInt(
                        subject -> ids.indexOf(subject.id().value())))
                .toList();
        return new PageImpl<>(found, request, total);
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
        ConsentEvidence kept = subject.consent(consentId).evidence().orElseThrow(() -> new EvidenceNotFound(consentId));
        byte[] content = evidence.read(subject.dataKey(), consentId, kept.key());
        String mediaType = kept.view().mediaType();
        return new EvidenceFile(mediaType, EvidenceType.extensionOf(mediaType), content);
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
