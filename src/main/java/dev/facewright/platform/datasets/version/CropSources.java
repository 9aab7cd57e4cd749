package dev.facewright.platform.datasets.version;

import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.DatasetProblem.ManifestDamaged;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.datasets.ImageId;
import dev.facewright.platform.datasets.Split;
import dev.facewright.platform.datasets.version.VersionSubjectRepository.LabelledCrop;
import dev.facewright.platform.storage.DataKeyId;
import dev.facewright.platform.storage.JointKey;
import dev.facewright.platform.storage.ObjectKey;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Finds to each image of a split the crop that the database has of it. Both come in the same order, so that neither
/// list has to be in memory.
final class CropSources {
    /// What is needed to read one crop.
    ///
    /// @param people  everyone on it, whose it is first
    record Source(
            ImageId image, List<SubjectId> people, int label, String cropSha256, ObjectKey key, JointKey dataKey) {
        SubjectId subject() {
            return people.getFirst();
        }
    }

    private final DatasetVersionId version;
    private final Split split;
    private final Map<SubjectId, DataKeyId> dataKeys;
    private final List<Source> sources = new ArrayList<>();

    CropSources(DatasetVersionId version, Split split, Map<SubjectId, DataKeyId> dataKeys) {
        this.version = version;
        this.split = split;
        this.dataKeys = dataKeys;
    }

    /// @param manifest  gives its images out
    /// @throws ManifestDamaged if an image is not there
    void match(Iterator<LabelledCrop> crops, Consumer<Consumer<Manifest.Image>> manifest) {
        manifest.accept(entry -> {
            LabelledCrop crop = of(entry, crops);
            JointKey dataKey = keyOf(entry.people());
            if (entry.split() == split) {
                sources.add(new Source(
                        entry.image(),
                        entry.people(),
                        crop.label(),
                        entry.cropSha256(),
                        new ObjectKey(crop.key()),
                        dataKey));
            }
        });
    }

    private JointKey keyOf(List<SubjectId> people) {
        if (!dataKeys.keySet().containsAll(people)) {
            throw new ManifestDamaged(version);
        }
        return JointKey.of(people.stream().map(dataKeys::get).toList());
    }

    List<Source> all() {
        return List.copyOf(sources);
    }

    private LabelledCrop of(Manifest.Image entry, Iterator<LabelledCrop> crops) {
        while (crops.hasNext()) {
            LabelledCrop crop = crops.next();
            if (crop.image().equals(entry.image().value())) {
                return crop;
            }
        }
        throw new ManifestDamaged(version);
    }
}
