package dev.facewright.platform.datasets.image;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/// What datasets have of people who consent now. SQL: `live_dataset_subject` is no entity. A hundred thousand people
/// stand behind each of these, not their million images; what is opened of anyone asks `live_consent` again.
public interface CoverageRepository extends Repository<DatasetSubject, DatasetSubject.Key> {
    String LIVE = " from live_dataset_subject(:now) s where s.dataset_id = :dataset ";

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
    List<Band> bands(UUID dataset, Instant now);

    @NativeQuery("select s.dataset_id as dataset, cast(sum(s.images) as integer) as images,"
            + " cast(count(*) as integer) as subjects"
            + " from live_dataset_subject(:now) s where s.dataset_id = any(:datasets) group by s.dataset_id")
    List<Sum> sums(UUID[] datasets, Instant now);

    @NativeQuery("select s.*" + LIVE + "order by s.images desc, s.subject_id offset :skip limit :most")
    List<DatasetSubject> best(UUID dataset, Instant now, long skip, int most);

    @NativeQuery("select s.*" + LIVE + "and s.subject_id = :subject")
    Optional<DatasetSubject> of(UUID dataset, UUID subject, Instant now);

    /// The subjects at which an image lies that comes after `skip` others: a deep page costs a pass over the people
    /// before it and not over their images.
    @NativeQuery("select subject, images, up_to as upTo from (select s.subject_id as subject, s.images as images,"
            + " sum(s.images) over (order by s.subject_id rows unbounded preceding) as up_to" + LIVE + ") counted"
            + " where up_to > :skip order by subject limit :most")
    List<Stretch> after(UUID dataset, Instant now, long skip, int most);

    /// Everyone with an image in the dataset, whether they still consent or not.
    @Query("select s.subjectId from DatasetSubject s where s.datasetId = :dataset")
    List<UUID> subjects(UUID dataset);
}
