package dev.facewright.platform.datasets.version;

import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.ImageId;
import dev.facewright.platform.datasets.Split;
import dev.facewright.platform.datasets.image.ImageRepository.Sealable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Takes images as they come by, in the order of a manifest, and writes those of everyone with enough of them into
/// one. Remembers the people and not their images.
final class Enrolment {
    static final int LEAST_IMAGES_EACH = 2;

    /// @param label  the class a network learns for this subject, counted from 0
    record Enrolled(SubjectId subject, int label, int trainImages, int validationImages) {}

    private final SplitDraw draw;
    private final ManifestDraft manifest;
    private final List<Sealable> ofOne = new ArrayList<>();
    private final List<Enrolled> subjects = new ArrayList<>();
    private int images;

    Enrolment(SplitDraw draw, ManifestDraft manifest) {
        this.draw = draw;
        this.manifest = manifest;
    }

    void next(Sealable image) {
        if (!ofOne.isEmpty() && !ofOne.getFirst().subject().equals(image.subject())) {
            enrol();
        }
        ofOne.add(image);
    }

    /// After the last image.
    Enrolment end() {
        enrol();
        return this;
    }

    /// In the order of their labels.
    List<Enrolled> subjects() {
        return subjects;
    }

    int images() {
        return images;
    }

    /// People with a single image cannot be told apart from others by it; they stay in the dataset.
    private void enrol() {
        if (ofOne.size() >= LEAST_IMAGES_EACH) {
            SubjectId subject = new SubjectId(ofOne.getFirst().subject());
            Map<UUID, Split> splits = draw.of(subject, ofOne);
            ofOne.forEach(image -> manifest.add(new Manifest.Image(
                    new ImageId(image.image()),
                    subject,
                    splits.getOrDefault(image.image(), Split.TRAIN),
                    image.contentHash(),
                    image.cropHash())));
            int train =
                    (int) splits.values().stream().filter(Split.TRAIN::equals).count();
            subjects.add(new Enrolled(subject, subjects.size(), train, ofOne.size() - train));
            images += ofOne.size();
        }
        ofOne.clear();
    }
}
