package dev.facewright.platform.datasets.version;

import jakarta.persistence.QueryHint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.jpa.HibernateHints;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

/// Who is in which sealed version.
public interface VersionSubjectRepository extends Repository<VersionSubject, VersionSubject.Key> {
    /// Where the crop of an image lies, and the class its subject is.
    record LabelledCrop(UUID image, String key, int label) {}

    /// SQL: one statement for a hundred thousand people.
    @Modifying
    @NativeQuery("insert into dataset_version_subject (version_id, subject_id, label, train_images, validation_images)"
            + " select :version, s.* from unnest(:subjects, :labels, :train, :validation) s")
    void add(UUID version, UUID[] subjects, Integer[] labels, Integer[] train, Integer[] validation);

    /// Who is on images of the version without a label.
    @Modifying
    @NativeQuery(
            "insert into dataset_version_other (version_id, subject_id) select :version, s from unnest(:subjects) s")
    void addOthers(UUID version, UUID[] subjects);

    @Query("select o.subjectId from VersionOther o where o.versionId = :version")
    List<UUID> others(UUID version);

    List<VersionSubject> findByVersionIdOrderByLabel(UUID version);

    /// Labels have no gaps, so that a page is a range of them, however deep it lies.
    List<VersionSubject> findByVersionIdAndLabelBetweenOrderByLabel(UUID version, int first, int last);

    /// Someone in the version, or on an image of it, who does not agree to the purpose, if there is anyone. SQL:
    /// `live_consent` is no entity.
    /// Planned for everyone and not for a first row: there is none as a rule, and one look-up a person takes 470 ms
    /// for 100,000 people instead of 60.
    @NativeQuery("with missing as materialized (select s.subject_id from ("
            + "select subject_id from dataset_version_subject where version_id = :version"
            + " union all select subject_id from dataset_version_other where version_id = :version) s"
            + " where not exists (select from live_consent(:now) l"
            + " where l.subject_id = s.subject_id and l.purpose = :purpose)) select subject_id from missing limit 1")
    Optional<UUID> withoutConsent(UUID version, String purpose, Instant now);

    /// How many people in the version, or on its images, consented without evidence, by what was recorded when it was
    /// sealed. SQL: the ledger's tables are no entities of this module.
    @NativeQuery("select count(*) from (select subject_id from dataset_version_subject where version_id = :version"
            + " union all select subject_id from dataset_version_other where version_id = :version) s"
            + " join dataset_version v on v.id = :version join dataset d on d.id = v.dataset_id"
            + " where not exists (select from proven_consent(:now) p join consent c on c.id = p.consent_id"
            + " where p.subject_id = s.subject_id and p.purpose = d.purpose and c.recorded_at <= v.sealed_at)")
    int unproven(UUID version, Instant now);

    /// Of everyone in the version, in the order of a manifest; the dataset may have more images of them by now.
    /// Close the stream.
    @QueryHints(@QueryHint(name = HibernateHints.HINT_FETCH_SIZE, value = "1000"))
    @Query("select new dev.facewright.platform.datasets.version.VersionSubjectRepository$LabelledCrop("
            + "i.id, i.kept.cropKey, s.label) from VersionRow v join VersionSubject s on s.versionId = v.id"
            + " join ImageRow i on i.datasetId = v.dataset.id and i.subjectId = s.subjectId"
            + " where v.id = :version and i.erasedAt is null order by i.subjectId, i.id")
    Stream<LabelledCrop> crops(UUID version);
}
