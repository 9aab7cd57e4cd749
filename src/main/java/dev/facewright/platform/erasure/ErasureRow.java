package dev.facewright.platform.erasure;

import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.storage.DataKeyId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// One erasure, from the moment that it is begun.
@Entity
@Table(name = "erasure")
class ErasureRow {
    @Id
    private UUID subjectId;

    @Version
    private @Nullable Integer version;

    @Enumerated(EnumType.STRING)
    private ErasureState state;

    private String requestedBy;
    private Instant begunAt;
    private @Nullable String commitment;
    private @Nullable UUID dataKey;
    private @Nullable Instant keyDestroyedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> leftBehind = new TreeMap<>();

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Long> destroyed = new TreeMap<>();

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable RescanReport rescan;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> unattributed = new TreeMap<>();

    private @Nullable Instant erasedAt;
    private @Nullable Instant certifiedAt;

    protected ErasureRow() {}

    ErasureRow(SubjectId subject, RequestedBy requestedBy, Instant now) {
        this.subjectId = subject.value();
        this.state = ErasureState.WAITING;
        this.requestedBy = requestedBy.name();
        this.begunAt = now;
    }

    /// Who wanted it.
    enum RequestedBy {
        CONSENT_ENDED,
        TWO_PEOPLE,
        ONE_PERSON
    }

    SubjectId subject() {
        return new SubjectId(subjectId);
    }

    ErasureState state() {
        return state;
    }

    @Nullable
    DataKeyId dataKey() {
        return dataKey == null ? null : new DataKeyId(dataKey);
    }

    /// @param what  there was, by number
    void keyDestroyed(DataKeyId key, String to, Map<String, Long> what, Instant now) {
        if (keyDestroyedAt == null) {
            destroyed = what;
            dataKey = key.value();
            commitment = to;
            keyDestroyedAt = now;
            state = ErasureState.ERASING;
        }
    }

    void stillHeld(List<Leftovers> left) {
        state = ErasureState.STILL_HELD;
        leftBehind = told(left);
    }

    void awaitRescan() {
        if (state == ErasureState.ERASING || state == ErasureState.STILL_HELD) {
            state = ErasureState.RESCAN;
            leftBehind = new TreeMap<>();
        }
    }

    void erased(RescanReport report, List<Leftovers> ofNobody, Instant now) {
        state = ErasureState.ERASED;
        rescan = report;
        unattributed = told(ofNobody);
        erasedAt = now;
    }

    void certified(Instant now) {
        state = ErasureState.CERTIFIED;
        certifiedAt = now;
    }

    private static Map<String, String> told(List<Leftovers> each) {
        Map<String, String> told = new TreeMap<>();
        each.forEach(some -> told.put(some.holder(), some.told()));
        return told;
    }

    ErasureView view() {
        return new ErasureView(
                subject(),
                state,
                requestedBy,
                begunAt,
                keyDestroyedAt,
                leftBehind,
                destroyed,
                rescan,
                unattributed,
                erasedAt,
                certifiedAt,
                commitment);
    }
}
