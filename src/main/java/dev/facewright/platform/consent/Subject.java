package dev.facewright.platform.consent;

import dev.facewright.platform.consent.ConsentProblem.ConsentNotFound;
import dev.facewright.platform.storage.DataKeyId;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/// A data subject with all consents it ever gave.
@Entity
@Table(name = "data_subject")
class Subject {
    @Id
    private UUID id;

    @Version
    private @Nullable Integer version;

    private @Nullable String code;
    private UUID dataKey;
    private Instant registeredAt;
    private @Nullable Instant erasureStartedAt;
    private @Nullable Instant erasedAt;

    @OneToMany(mappedBy = "subject", cascade = CascadeType.PERSIST)
    @OrderBy("givenAt, id")
    @BatchSize(size = 200)
    private List<Consent> consents = new ArrayList<>();

    protected Subject() {}

    Subject(SubjectId id, String code, DataKeyId dataKey, Instant now) {
        this.id = id.value();
        this.code = code;
        this.dataKey = dataKey.value();
        this.registeredAt = now;
    }

    SubjectId id() {
        return new SubjectId(id);
    }

    @Nullable
    String code() {
        return code;
    }

    DataKeyId dataKey() {
        return new DataKeyId(dataKey);
    }

    Instant registeredAt() {
        return registeredAt;
    }

    @Nullable
    Instant erasedAt() {
        return erasedAt;
    }

    boolean erasing() {
        return erasureStartedAt != null;
    }

    List<Consent> consents() {
        return consents;
    }

    void add(Consent consent) {
        consents.add(consent);
    }

    /// @throws ConsentNotFound if it is not one of this subject's
    Consent consent(ConsentId wanted) {
        return consents.stream()
                .filter(consent -> consent.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new ConsentNotFound(wanted));
    }

    void beginErasure(Instant now) {
        if (erasureStartedAt == null) {
            erasureStartedAt = now;
        }
    }

    void forgetCode() {
        code = null;
    }

    void erase(Instant now) {
        code = null;
        erasedAt = now;
    }
}
