package dev.facewright.platform.erasure;

import dev.facewright.platform.consent.Held;
import dev.facewright.platform.consent.PersonalDataHolder;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.storage.ObjectOwner;
import dev.facewright.platform.storage.ObjectStore;
import dev.facewright.platform.storage.ObjectStore.ListedObject;
import java.util.stream.Stream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Everything in the object store that a subject owns, whether a row knows it or not: what a server that died
/// put and never recorded, or what was put back after it was deleted. Last, so that rows lose what they know first.
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class SubjectObjects implements PersonalDataHolder {
    private final ObjectStore store;

    SubjectObjects(ObjectStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "objects";
    }

    @Override
    public void erase(SubjectId subject) {
        try (Stream<ListedObject> owned = owned(subject)) {
            owned.forEach(object -> store.delete(object.key()));
        }
    }

    @Override
    public Stream<Held> find(SubjectId subject) {
        return owned(subject).map(object -> new Held.StoredObject(object.key()));
    }

    private Stream<ListedObject> owned(SubjectId subject) {
        return store.list(ObjectOwner.subject(subject.value()));
    }
}
