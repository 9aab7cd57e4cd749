package dev.facewright.platform.training;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// An entry of a run's log. Never changes.
@Entity
@Immutable
@Table(name = "run_log")
class RunLogRow {
    /// Only grows, over all runs.
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long seq;

    private UUID runId;
    private String kind;
    private @Nullable Long step;
    private @Nullable String detail;
    private Instant loggedAt;

    protected RunLogRow() {}

    RunLogRow(RunId run, RunLogEntry entry) {
        this.runId = run.value();
        this.kind = entry.kind();
        this.step = entry.step();
        this.detail = entry.detail();
        this.loggedAt = entry.at();
    }
}
