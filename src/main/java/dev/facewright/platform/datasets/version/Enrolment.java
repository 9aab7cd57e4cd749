package dev.facewright.platform.datasets.version;

import dev.facewright.platform.consent.ConsentId;
import dev.facewright.platform.consent.LiveConsent;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.ImageId;
import dev.facewright.platform.datasets.Split;
import dev.facewright.platform.datasets.image.ImageRepository.Sealable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Takes images as they come by, in the order of a manifest, and writes those of everyone with enough of them into
/// one. Remembers the people and not their images.
final class Enrolment {
    static final int LEAST_IMAGES_EACH = 2;

    /// @param label  the class a network learns for this subject, counted from 0
    record Enrolled(SubjectId subject, ConsentId consent, int label, int trainImages, int validationImages) {}

    /// @param others  everyone else on it
    private record Candidate(Sealable image, List<Other> others) {
        List<SubjectId> everyoneElse() {
            return others.stream().map(Other::subject).toList();
        }
    }

    private record Other(SubjectId subject, @Nullable Instant consentedAt) {}

    private final SplitDraw draw;
    private final ManifestDraft manifest;
    private final Map<SubjectId, LiveConsent> held;
    private final List<Candidate> ofOne = new ArrayList<>();
    private final List<Enrolled> subjects = new ArrayList<>();
    private final Set<SubjectId> others = new HashSet<>();
    private int images;
    private int uncounted;

    /// @param held  the consents that are held: of nobody else anything is taken, nor with anybody else on it
    Enrolment(SplitDraw draw, ManifestDraft manifest, Map<SubjectId, LiveConsent> held) {
        this.draw = draw;
        this.manifest = manifest;
        this.held = held;
    }

    void next(Sealable image) {
        if (!ofOne.isEmpty() && !ofOne.getFirst().image().subject().equals(image.subject())) {
            enrol();
        }
        if (ofOne.isEmpty() || !ofOne.getLast().image().image().equals(image.image())) {
            ofOne.add(new Candidate(image, new ArrayList<>()));
        }
        if (image.other() != null) {
            ofOne.getLast().others().add(new Other(new SubjectId(image.other()), image.otherSince()));
        }
    }

    /// After the last image.
    Enrolment end() {
        enrol();
        subjects.forEach(each -> others.remove(each.subject()));
        return this;
    }

    /// In the order of their labels.
    List<Enrolled> subjects() {
        return subjects;
    }

    /// Who is on images and has no label, with what that rests on.
    Map<SubjectId, ConsentId> others() {
        return others.stream().collect(Collectors.toMap(Function.identity(), this::consentOf));
    }

    /// How many of all these are not in that set.
    int without(Set<SubjectId> proven) {
        return (int) Stream.concat(subjects.stream().map(Enrolled::subject), others.stream())
                .filter(person -> !proven.contains(person))
                .count();
    }

    int images() {
        return images;
    }

    /// Images on which nobody could count the faces.
    int uncounted() {
        return uncounted;
    }

    /// People with a single image cannot be told apart from others by it; they stay in the dataset.
    private void enrol() {
        List<Candidate> taken = ofOne.stream().filter(this::isCovered).toList();
        ofOne.clear();
        if (taken.size() < LEAST_IMAGES_EACH) {
            return;
        }
        SubjectId subject = new SubjectId(taken.getFirst().image().subject());
        Map<UUID, Split> splits =
                draw.of(subject, taken.stream().map(Candidate::image).toList());
        taken.forEach(each -> write(subject, each, splits));
        int train = (int) splits.values().stream().filter(Split.TRAIN::equals).count();
        subjects.add(new Enrolled(subject, consentOf(subject), subjects.size(), train, taken.size() - train));
        images += taken.size();
    }

    /// By what everyone on it has agreed to ever since it was taken.
    private boolean isCovered(Candidate candidate) {
        Sealable image = candidate.image();
        return covers(new SubjectId(image.subject()), image.consentedAt())
                && candidate.others().stream().allMatch(other -> covers(other.subject(), other.consentedAt()));
    }

    private boolean covers(SubjectId subject, @Nullable Instant consentedAt) {
        LiveConsent consent = held.get(subject);
        return consent != null && consentedAt != null && consent.covers(consentedAt);
    }

    private ConsentId consentOf(SubjectId subject) {
        return Objects.requireNonNull(held.get(subject)).consent();
    }

    private void write(SubjectId subject, Candidate candidate, Map<UUID, Split> splits) {
        Sealable image = candidate.image();
        List<SubjectId> everyoneElse = candidate.everyoneElse();
        manifest.add(new Manifest.Image(
                new ImageId(image.image()),
                subject,
                splits.getOrDefault(image.image(), Split.TRAIN),
                image.contentHash(),
                image.cropHash(),
                everyoneElse,
                Stream.concat(Stream.of(subject), everyoneElse.stream())
                        .map(this::consentOf)
                        .toList()));
        others.addAll(everyoneElse);
        uncounted += image.faces() == null ? 1 : 0;
    }
}
