package dev.facewright.platform.datasets;

import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.DatasetProblem.EvidencePolicyInvalid;
import dev.facewright.platform.datasets.image.UnprovenRepository;
import dev.facewright.platform.datasets.registry.DatasetRepository;
import dev.facewright.platform.datasets.registry.PolicyRepository;
import dev.facewright.platform.datasets.registry.PolicyRow;
import dev.facewright.platform.datasets.version.Versions;
import dev.facewright.platform.kernel.PageView;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What datasets ask for to prove the consents of their people, and of whom it is missing.
@Service
public class DatasetEvidence {
    private static final int LARGEST_PAGE = 200;

    private final DatasetRepository datasets;
    private final PolicyRepository policies;
    private final UnprovenRepository unproven;
    private final Versions versions;
    private final ConsentLedger consents;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DatasetEvidence(
            DatasetRepository datasets,
            PolicyRepository policies,
            UnprovenRepository unproven,
            Versions versions,
            ConsentLedger consents,
            ApplicationEventPublisher events,
            Clock clock) {
        this.datasets = datasets;
        this.policies = policies;
        this.unproven = unproven;
        this.versions = versions;
        this.consents = consents;
        this.events = events;
        this.clock = clock;
    }

    /// @throws DatasetProblem.DatasetNotFound if there is none
    @Transactional(readOnly = true)
    public EvidencePolicy policy(DatasetId dataset) {
        datasets.get(dataset);
        return policies.of(dataset);
    }

    /// From now on, for each sealing and each run; what was sealed keeps what was said then.
    ///
    /// @throws EvidencePolicyInvalid if there are too few or too many words
    @Transactional
    public void set(DatasetId id, EvidencePolicy wanted) {
        datasets.lock(id);
        EvidencePolicy policy = checked(wanted);
        PolicyRow latest = policies.latest(id).orElse(null);
        if (policies.of(id).equals(policy)) {
            return;
        }
        int number = latest == null ? 1 : latest.number() + 1;
        policies.save(new PolicyRow(id, number, policy, clock.instant()));
        events.publishEvent(new DatasetEvent.EvidencePolicySet(id, policy));
    }

    private static EvidencePolicy checked(EvidencePolicy wanted) {
        String explanation = wanted.explanation();
        if (explanation == null) {
            return wanted;
        }
        int length = explanation.strip().length();
        if (length < EvidencePolicy.SHORTEST || length > EvidencePolicy.LONGEST) {
            throw new EvidencePolicyInvalid();
        }
        return new EvidencePolicy(wanted.waiver(), explanation.strip());
    }

    /// People with images in the dataset who agree to its purpose, but by no consent with evidence; by id.
    @Transactional(readOnly = true)
    public PageView<Unproven> unproven(DatasetId id, int page, int size) {
        Dataset dataset = datasets.get(id);
        int from = Math.max(0, page);
        int most = Math.clamp(size, 1, LARGEST_PAGE);
        String purpose = dataset.purpose().name();
        List<SubjectId> found = unproven.in(id.value(), purpose, clock.instant(), (long) from * most, most).stream()
                .map(SubjectId::new)
                .toList();
        Map<SubjectId, String> codes = consents.codes(found);
        List<Unproven> people = found.stream()
                .map(person -> new Unproven(person, codes.getOrDefault(person, "")))
                .toList();
        return new PageView<>(people, from, most, unproven.count(id.value(), purpose, clock.instant()));
    }

    /// How many people of a sealed version have no evidence by now.
    @Transactional(readOnly = true)
    public int unproven(DatasetVersionId version) {
        return versions.unproven(version);
    }

    /// Someone whose consent has no evidence.
    public record Unproven(SubjectId subject, String code) {}
}
