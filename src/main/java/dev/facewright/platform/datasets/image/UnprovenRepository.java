package dev.facewright.platform.datasets.image;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

/// People of datasets who agree, but by no consent with evidence. SQL: neither view is an entity.
public interface UnprovenRepository extends Repository<DatasetSubject, DatasetSubject.Key> {
    String UNPROVEN = " from live_dataset_subject(:now) s where s.dataset_id = :dataset and not exists"
            + " (select from proven_consent(:now) p where p.subject_id = s.subject_id and p.purpose = :purpose)";

    @NativeQuery("select s.subject_id" + UNPROVEN + " order by s.subject_id offset :skip limit :most")
    List<UUID> in(UUID dataset, String purpose, Instant now, long skip, int most);

    @NativeQuery("select count(*)" + UNPROVEN)
    long count(UUID dataset, String purpose, Instant now);
}
