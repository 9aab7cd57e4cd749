package dev.facewright.platform.datasets.registry;

import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.Dataset;
import dev.facewright.platform.datasets.DatasetId;
import dev.facewright.platform.datasets.DatasetNameTaken;
import dev.facewright.platform.datasets.DatasetNotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of `dataset`.
@Repository
public class DatasetTable {
    private static final String COLUMNS = "id, name, purpose, description, always_detect, created_at";

    private final JdbcClient jdbc;

    DatasetTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @throws DatasetNameTaken if another dataset has the name
    public void insert(Dataset dataset) {
        try {
            jdbc.sql("insert into dataset (" + COLUMNS + ") values (:id, :name, :purpose, :description, :always, :at)")
                    .param("id", dataset.id().value())
                    .param("name", dataset.name())
                    .param("purpose", dataset.purpose().name())
                    .param("description", dataset.description())
                    .param("always", dataset.alwaysDetect())
                    .param("at", Timestamp.from(dataset.createdAt()))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new DatasetNameTaken();
        }
    }

    public boolean nameTaken(String name) {
        return jdbc.sql("select exists (select from dataset where lower(name) = lower(:name))")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    /// @throws DatasetNotFound if there is none
    public Dataset get(DatasetId id) {
        return find(id).orElseThrow(() -> new DatasetNotFound(id));
    }

    Optional<Dataset> find(DatasetId id) {
        return jdbc.sql("select " + COLUMNS + " from dataset where id = :id")
                .param("id", id.value())
                .query((row, number) -> dataset(row))
                .optional();
    }

    public List<Dataset> page(int page, int size) {
        return jdbc.sql("select " + COLUMNS + " from dataset order by created_at desc, id limit :size offset :skip")
                .param("size", size)
                .param("skip", (long) page * size)
                .query((row, number) -> dataset(row))
                .list();
    }

    public long count() {
        return jdbc.sql("select count(*) from dataset").query(Long.class).single();
    }

    /// Makes sealing take turns, so that version numbers have no gaps.
    public void lock(DatasetId id) {
        boolean found = jdbc.sql("select id from dataset where id = :id for update")
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .isPresent();
        if (!found) {
            throw new DatasetNotFound(id);
        }
    }

    /// Everyone with an image in the dataset, whether they still consent or not.
    public List<SubjectId> subjects(DatasetId id) {
        return jdbc.sql("select distinct subject_id from dataset_image where dataset_id = :id and erased_at is null")
                .param("id", id.value())
                .query((row, number) -> new SubjectId(row.getObject(1, UUID.class)))
                .list();
    }

    private static Dataset dataset(ResultSet row) throws SQLException {
        return new Dataset(
                new DatasetId(row.getObject("id", UUID.class)),
                row.getString("name"),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("description"),
                row.getBoolean("always_detect"),
                row.getTimestamp("created_at").toInstant());
    }
}
