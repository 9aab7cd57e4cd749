package dev.facewright.platform.datasets;

import static dev.facewright.platform.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.People;
import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.consent.Subjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Fixtures of datasets: `scene.sealed(scene.datasetOf(alice, bob))`. Found by the component scan, in
/// tests only.
@Component
public class Scene {
    private final Datasets datasets;
    private final UploadCatalog uploads;
    private final People people;

    Scene(Datasets datasets, UploadCatalog uploads, ConsentLedger ledger, Subjects subjects, Clock clock) {
        this.datasets = datasets;
        this.uploads = uploads;
        this.people = new People(ledger, subjects, clock);
    }

    public People people() {
        return people;
    }

    public SubjectId someone() {
        return people.whoAgrees(EnumSet.of(Purpose.TRAINING));
    }

    public DatasetId dataset() {
        return datasets.create("dataset " + UUID.randomUUID(), Purpose.TRAINING, "");
    }

    /// With three images of each.
    public DatasetId datasetOf(SubjectId... subjects) {
        DatasetId dataset = dataset();
        for (SubjectId subject : subjects) {
            for (int i = 0; i < 3; i++) {
                datasets.add(dataset, subject, Pictures.crop(seed(subject) + i), null);
            }
        }
        return dataset;
    }

    public DatasetVersionId sealed(DatasetId dataset) {
        return datasets.seal(dataset, new SealOptions(0.34, 5));
    }

    /// Uploads an archive and waits for the end.
    public UploadView uploaded(DatasetId dataset, byte[] archive) {
        UploadId upload = sent(dataset, archive);
        eventually(() -> assertThat(datasets.upload(upload).status().ended()).isTrue());
        return uploads.get(dataset, upload);
    }

    /// Uploads an archive.
    public UploadId sent(DatasetId dataset, byte[] archive) {
        try {
            Path file = Files.createTempFile("archive", ".test");
            try {
                return datasets.upload(dataset, Files.write(file, archive));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static long seed(SubjectId subject) {
        return subject.value().getMostSignificantBits();
    }
}
