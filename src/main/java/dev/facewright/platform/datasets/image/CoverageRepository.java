package dev.facewright.platform.datasets.image;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/// What datasets have of people who consent now. SQL: `live_consent` is no entity. A hundred thousand people stand
/// behind each of these, not their million images.
public interface CoverageRepository extends Repository<DatasetSubject, DatasetSubject.Key> {
    String LIVE = " from dataset_subject s join live_consent(:now) l on l.subject_id = s.subject_id"
            + " where s.dataset_id = :dataset and l.purpose = :purpose ";

    /// How many subjects have that many images.
    interface Band {
        int getImages();

        int getSubjects();
    }

    /// What a dataset has in all.
    interface Sum {
        UUID getDataset();

        int getImages();

        int getSubjects();
    }

    /// A subject with the number of images up to and with its own, counted by subject id.
    interface Stretch {
        UUID getSubject();

        int getImages();

        long getUpTo();
    }

    @NativeQuery("select s.images as images, cast(count(*) as integer) as subjects" + LIVE
            + "group by s.images order by s.images")
    List<Band> bands(UUID dataset, String purpose, Instant now);

    @NativeQuery("select s.dataset_id as dataset, cast(sum(s.images) as integer) as images,"
            + " cast(count(*) as integer) as subjects"
            + " from dataset d join dataset_subject s on s.dataset_id = d.id"
            + " join live_consent(:now) l on l.subject_id = s.subject_id and l.purpose = d.purpose"
            + " where d.id = any(:datasets) group by s.dataset_id")
    List<Sum> sums(UUID[] datasets, Instant now);

    @NativeQuery("select s.*" + LIVE + "order by s.images desc, s.subject_id offset :skip limit :most")
    List<DatasetSubject> best(UUID dataset, String purpose, Instant now, long skip, int most);

    @NativeQuery("select s.*" + LIVE + "and s.subject_id = :subject")
    Optional<DatasetSubject> of(UUID dataset, UUID subject, String purpose, Instant now);

    /// The subjects at which an image lies that comes after `skip` others: a deep page costs a pass over the people
    /// before it and not over their images.
    @NativeQuery("select subject, images, up_to as upTo from (select s.subject_id as subject, s.images as images,"
            + " sum(s.images) over (order by s.subject_id) as up_to" + LIVE + ") counted"
            + " where up_to > :skip order by subject limit :most")
    List<Stretch> after(UUID dataset, String purpose, Instant now, long skip, int most);

    /// Everyone with an image in the dataset, whether they still consent or not.
    @Query("select s.subjectId from DatasetSubject s where s.datasetId = :dataset")
    List<UUID> subjects(UUID dataset);
}
