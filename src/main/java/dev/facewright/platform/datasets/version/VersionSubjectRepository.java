package dev.facewright.platform.datasets.version;

import jakarta.persistence.QueryHint;
import java.util.List;
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
    @NativeQuery("insert into dataset_version_subject (version_id, subject_id, label, train_images, validation_images,"
            + " consent_id) select :version, s.* from unnest(:subjects, :labels, :train, :validation, :consents) s")
    void add(UUID version, UUID[] subjects, Integer[] labels, Integer[] train, Integer[] validation, UUID[] consents);

    /// Who is on images of the version without a label.
    @Modifying
    @NativeQuery("insert into dataset_version_other (version_id, subject_id, consent_id)"
            + " select :version, s.* from unnest(:subjects, :consents) s")
    void addOthers(UUID version, UUID[] subjects, UUID[] consents);

    @Query("select o.subjectId from VersionOther o where o.versionId = :version")
    List<UUID> others(UUID version);

    List<VersionSubject> findByVersionIdOrderByLabel(UUID version);

    /// Labels have no gaps, so that a page is a range of them, however deep it lies.
    List<VersionSubject> findByVersionIdAndLabelBetweenOrderByLabel(UUID version, int first, int last);

    /// Why a version rests on nothing any more that its people agreed to, as a slug. SQL: consents are another
    /// module's.
    @NativeQuery("select case"
            + " when bool_or(e.kind = 'WITHDRAWN') then 'consent-withdrawn'"
            + " when bool_or(s.consent_id is null) then 'consent-unknown'"
            + " else 'consent-expired' end"
            + " from (select consent_id from dataset_version_subject where version_id = :version"
            + " union all select consent_id from dataset_version_other where version_id = :version) s"
            + " left join consent_end e on e.consent_id = s.consent_id")
    String endedBy(UUID version);

    /// How many people in the version, or on its images, have given no evidence of the consent that it rests on. SQL:
    /// the
    /// ledger's tables are no entities of this module.
    @NativeQuery("select count(*) from (select consent_id from dataset_version_subject where version_id = :version"
            + " union all select consent_id from dataset_version_other where version_id = :version) s"
            + " where not exists (select from consent_evidence e where e.consent_id = s.consent_id)")
    int unproven(UUID version);

    /// Of everyone in the version, in the order of a manifest; the dataset may have more images of them by now.
    /// Close the stream.
    @QueryHints(@QueryHint(name = HibernateHints.HINT_FETCH_SIZE, value = "1000"))
    @Query("select new dev.facewright.platform.datasets.version.VersionSubjectRepository$LabelledCrop("
            + "i.id, i.kept.cropKey, s.label) from VersionRow v join VersionSubject s on s.versionId = v.id"
            + " join ImageRow i on i.datasetId = v.dataset.id and i.subjectId = s.subjectId"
            + " where v.id = :version and i.erasedAt is null order by i.subjectId, i.id")
    Stream<LabelledCrop> crops(UUID version);
}
