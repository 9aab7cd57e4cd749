package dev.facewright.platform.jobs;

import dev.facewright.platform.kernel.DomainEvent;
import org.jspecify.annotations.Nullable;

/// A row that something is done for by jobs: `Lives` takes it from its beginning to its end.
public interface Living {
    Life life();

    /// What to publish of a change that its life has just taken; null if there is nothing to tell.
    @Nullable
    DomainEvent event(LifeChange change);
}
