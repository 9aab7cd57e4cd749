package dev.facewright.platform.datasets.version;

import dev.facewright.platform.consent.ConsentId;
import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.LiveConsent;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.Dataset;
import dev.facewright.platform.datasets.DatasetEvent;
import dev.facewright.platform.datasets.DatasetId;
import dev.facewright.platform.datasets.DatasetProblem.EvidenceMissing;
import dev.facewright.platform.datasets.DatasetProblem.NotEnoughToSeal;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.datasets.EvidencePolicy;
import dev.facewright.platform.datasets.SealOptions;
import dev.facewright.platform.datasets.image.CoverageRepository;
import dev.facewright.platform.datasets.image.ImageRepository;
import dev.facewright.platform.datasets.image.ImageRepository.Sealable;
import dev.facewright.platform.datasets.registry.DatasetRepository;
import dev.facewright.platform.datasets.registry.PolicyRepository;
import dev.facewright.platform.datasets.version.Enrolment.Enrolled;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes versions: everyone who consents at that moment and has enough images, fixed in a manifest.
@Component
public class Sealing {
    static final int LEAST_SUBJECTS = 2;

    private final DatasetRepository datasets;
    private final PolicyRepository policies;
    private final CoverageRepository coverage;
    private final ImageRepository images;
    private final VersionRepository versions;
    private final VersionSubjectRepository versionSubjects;
    private final ManifestStore manifests;
    private final ConsentLedger consents;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Sealing(
            DatasetRepository datasets,
            PolicyRepository policies,
            CoverageRepository coverage,
            ImageRepository images,
            VersionRepository versions,
            VersionSubjectRepository versionSubjects,
            ManifestStore manifests,
            ConsentLedger consents,
            ApplicationEventPublisher events,
            Clock clock) {
        this.datasets = datasets;
        this.policies = policies;
        this.coverage = coverage;
        this.images = images;
        this.versions = versions;
        this.versionSubjects = versionSubjects;
        this.manifests = manifests;
        this.consents = consents;
        this.events = events;
        this.clock = clock;
    }

    /// Consents are held until the commit: a withdrawal comes before, and the person is not in the
    /// version, or after, and finds the version.
    @Transactional
    public DatasetVersionId seal(DatasetId id, SealOptions options) {
        Dataset dataset = datasets.lock(id);
        Manifest.Head head = new Manifest.Head(
                Manifest.FORMAT,
                id,
                versions.nextNumber(id.value()),
                dataset.purpose(),
                options.validationFraction(),
                options.seed());
        try (ManifestDraft draft = manifests.begin(head)) {
            Map<SubjectId, LiveConsent> held = hold(dataset);
            Set<SubjectId> proven = consents.proven(held.keySet(), dataset.purpose());
            EvidencePolicy policy = policies.of(id);
            if (policy.required() && options.leaveOutUnproven()) {
                held.keySet().retainAll(proven);
            }
            Enrolment enrolled = enrol(dataset, new Enrolment(new SplitDraw(options), draft, held));
            int unproven = enrolled.without(proven);
            if (policy.required() && unproven > 0) {
                throw new EvidenceMissing(unproven);
            }
            return record(head, enrolled, manifests.put(draft), row -> row.provenAs(policy, unproven));
        }
    }

    /// Whoever comes in meanwhile is not held, and not in the version. Everyone on an image has one of their own.
    private Map<SubjectId, LiveConsent> hold(Dataset dataset) {
        List<SubjectId> everyone = coverage.subjects(dataset.id().value()).stream()
                .map(SubjectId::new)
                .toList();
        return new HashMap<>(consents.holdLive(everyone, dataset.purpose()));
    }

    private Enrolment enrol(Dataset dataset, Enrolment enrolment) {
        try (Stream<Sealable> all = images.sealable(dataset.id().value())) {
            all.forEachOrdered(enrolment::next);
        }
        int subjects = enrolment.end().subjects().size();
        if (subjects < LEAST_SUBJECTS) {
            throw new NotEnoughToSeal(subjects, LEAST_SUBJECTS, Enrolment.LEAST_IMAGES_EACH);
        }
        return enrolment;
    }

    private DatasetVersionId record(
            Manifest.Head head, Enrolment enrolled, ManifestStore.Kept kept, UnaryOperator<VersionRow> evidence) {
        UUID dataset = head.dataset().value();
        VersionRow version = versions.saveAndFlush(evidence.apply(
                new VersionRow(datasets.getReferenceById(dataset), head, enrolled, kept, clock.instant())));
        add(version.id(), enrolled.subjects());
        addOthers(version.id(), List.copyOf(enrolled.others().entrySet()));
        events.publishEvent(new DatasetEvent.VersionSealed(version.id(), head.dataset(), kept.hash()));
        return version.id();
    }

    private void add(DatasetVersionId version, List<Enrolled> subjects) {
        versionSubjects.add(
                version.value(),
                subjects.stream().map(each -> each.subject().value()).toArray(UUID[]::new),
                numbers(subjects, Enrolled::label),
                numbers(subjects, Enrolled::trainImages),
                numbers(subjects, Enrolled::validationImages),
                subjects.stream().map(each -> each.consent().value()).toArray(UUID[]::new));
    }

    private void addOthers(DatasetVersionId version, List<Map.Entry<SubjectId, ConsentId>> others) {
        versionSubjects.addOthers(
                version.value(),
                others.stream().map(each -> each.getKey().value()).toArray(UUID[]::new),
                others.stream().map(each -> each.getValue().value()).toArray(UUID[]::new));
    }

    private static Integer[] numbers(List<Enrolled> subjects, ToIntFunction<Enrolled> number) {
        return subjects.stream().mapToInt(number).boxed().toArray(Integer[]::new);
    }
}
