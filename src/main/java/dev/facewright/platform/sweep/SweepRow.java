package dev.facewright.platform.sweep;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

@Entity
@Table(name = "sweep")
class SweepRow implements Persistable<UUID> {
    @Id
    private UUID id;

    private Instant startedAt;
    private @Nullable Instant endedAt;
    private long lookedAt;
    private long objects;
    private long uploads;
    private long plans;
    private long keys;
    private long young;
    private long strange;
    private String unanswered = "";
    private @Nullable String failure;

    @Transient
    private boolean added;

    protected SweepRow() {}

    SweepRow(SweepId id, Instant now) {
        this.id = id.value();
        this.startedAt = now;
        this.added = true;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return added;
    }

    @PostLoad
    @PostPersist
    void stored() {
        added = false;
    }

    void end(Tally tally, @Nullable String reason, Instant now) {
        endedAt = now;
        lookedAt = tally.lookedAt;
        objects = tally.objects;
        uploads = tally.uploads;
        plans = tally.plans;
        keys = tally.keys;
        young = tally.young;
        strange = tally.strange;
        unanswered = String.join(" ", tally.unanswered);
        failure = reason;
    }

    SweepView view() {
        List<String> silent = unanswered.isEmpty() ? List.of() : List.of(unanswered.split(" "));
        return new SweepView(
                new SweepId(id),
                startedAt,
                endedAt,
                lookedAt,
                objects,
                uploads,
                plans,
                keys,
                young,
                strange,
                silent,
                failure);
    }
}
