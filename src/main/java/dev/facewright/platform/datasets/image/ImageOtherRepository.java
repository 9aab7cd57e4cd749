package dev.facewright.platform.datasets.image;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/// Who else is on which image. As a rule nobody is.
interface ImageOtherRepository extends Repository<ImageOther, ImageOther.Key> {
    /// SQL: the database fills in the columns that follow from these.
    @Modifying
    @NativeQuery("insert into dataset_image_other (image_id, subject_id) select :image, s from unnest(:subjects) s")
    void add(UUID image, UUID[] subjects);

    @Query("select o.subjectId from ImageOther o where o.imageId = :image")
    List<UUID> on(UUID image);

    @Query("select o from ImageOther o where o.datasetId = :dataset")
    List<ImageOther> in(UUID dataset);
}
