package dev.facewright.platform.erasure;

import dev.facewright.platform.DatabaseOwner;
import dev.facewright.platform.consent.Held;
import dev.facewright.platform.consent.PersonalDataHolder;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectOwner;
import dev.facewright.platform.storage.ObjectStore;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A place that keeps a row and an object about a person, as any module might: this file is all that it takes to have
/// both erased. It can be told to forget its duty, or to die of it.
@Component
@Order(0)
class Notes implements PersonalDataHolder {
    private final JdbcClient jdbc;
    private final ObjectStore store;
    private final Set<SubjectId> forgotten = ConcurrentHashMap.newKeySet();
    private final Set<SubjectId> denied = ConcurrentHashMap.newKeySet();
    private final Set<SubjectId> deadly = ConcurrentHashMap.newKeySet();

    Notes(JdbcClient jdbc, DataSource server, ObjectStore store) {
        this.jdbc = jdbc;
        this.store = store;
        JdbcClient owner = DatabaseOwner.of(server).jdbc();
        owner.sql("create table if not exists test_note (id uuid primary key, subject_id uuid, object_key text)")
                .update();
        owner.sql("grant select, insert, delete on test_note to public").update();
    }

    UUID keepAbout(SubjectId subject) {
        UUID id = UUID.randomUUID();
        ObjectKey key = ObjectKey.of(ObjectOwner.dataset(id), "note");
        store.put(key, new byte[] {1}, "text/plain");
        jdbc.sql("insert into test_note values (?, ?, ?)")
                .params(id, subject.value(), key.value())
                .update();
        return id;
    }

    void forgetToErase(SubjectId subject) {
        forgotten.add(subject);
    }

    /// To forget it, and to say that it did not.
    void lieAbout(SubjectId subject) {
        forgotten.add(subject);
        denied.add(subject);
    }

    /// Puts in its row whatever it is told.
    void write(SubjectId about, String text) {
        jdbc.sql("insert into test_note values (?, null, ?)")
                .params(about.value(), text)
                .update();
    }

    void remember(SubjectId subject) {
        denied.remove(subject);
        forgotten.remove(subject);
    }

    void dieOnceBetweenObjectAndRow(SubjectId subject) {
        deadly.add(subject);
    }

    @Override
    public String name() {
        return "notes";
    }

    @Override
    public void erase(SubjectId subject) {
        if (!forgotten.contains(subject)) {
            keys(subject).forEach(store::delete);
            if (deadly.remove(subject)) {
                throw new IllegalStateException("died, as it was told to");
            }
            jdbc.sql("delete from test_note where subject_id = ?")
                    .param(subject.value())
                    .update();
        }
    }

    @Override
    public Stream<Held> find(SubjectId subject) {
        if (denied.contains(subject)) {
            return Stream.empty();
        }
        return Stream.concat(
                jdbc
                        .sql("select id from test_note where subject_id = ?")
                        .param(subject.value())
                        .query(String.class)
                        .stream()
                        .map(id -> new Held.Row("test_note", id)),
                keys(subject).stream().filter(store::exists).map(Held.StoredObject::new));
    }

    private List<ObjectKey> keys(SubjectId subject) {
        return jdbc
                .sql("select object_key from test_note where subject_id = ?")
                .param(subject.value())
                .query(String.class)
                .list()
                .stream()
                .map(ObjectKey::new)
                .toList();
    }
}
