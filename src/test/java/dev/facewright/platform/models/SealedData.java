package dev.facewright.platform.models;

import static dev.facewright.platform.consent.People.to;

import dev.facewright.platform.consent.People;
import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.DatasetId;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.datasets.Datasets;
import dev.facewright.platform.datasets.Pictures;
import dev.facewright.platform.datasets.SealOptions;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/// Sealed versions for tests: `data.sealed(2, 3)` has three images each of two people who agreed.
public final class SealedData {
    private final Datasets datasets;
    private final People people;

    public record Sealed(DatasetVersionId version, List<SubjectId> people) {}

    public SealedData(Datasets datasets, People people) {
        this.datasets = datasets;
        this.people = people;
    }

    public Sealed sealed(int subjects, int imagesEach) {
        DatasetId dataset = datasets.create("data " + UUID.randomUUID(), Purpose.TRAINING, "");
        List<SubjectId> agreed = IntStream.range(0, subjects)
                .mapToObj(i -> withImages(dataset, i, imagesEach))
                .toList();
        return new Sealed(datasets.seal(dataset, new SealOptions(0, 1)), agreed);
    }

    private SubjectId withImages(DatasetId dataset, int number, int images) {
        SubjectId subject = people.whoAgrees(to(Purpose.TRAINING));
        for (int i = 0; i < images; i++) {
            datasets.add(dataset, subject, Pictures.crop(number * 1000L + i), null);
        }
        return subject;
    }
}
