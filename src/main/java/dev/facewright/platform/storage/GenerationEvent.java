package dev.facewright.platform.storage;

import dev.facewright.platform.kernel.AuditFacts;
import dev.facewright.platform.kernel.DomainEvent;
import dev.facewright.platform.kernel.Fact;

/// What becomes of a generation of keys.
sealed interface GenerationEvent extends DomainEvent {
    int generation();

    /// New keys are wrapped under it from now on.
    record Started(int generation) implements GenerationEvent {}

    /// Nothing wrapped under it can be opened any more, wherever a copy of it is.
    ///
    /// @param rewrapped  live keys that left it for a later one
    record Destroyed(int generation, long rewrapped) implements GenerationEvent {}

    /// Its key went to a process that has no key store.
    record HandedOut(int generation) implements GenerationEvent {}

    @Override
    default AuditFacts facts() {
        return switch (this) {
            case Started _ -> told("keys.generation-started");
            case Destroyed destroyed ->
                told("keys.generation-destroyed").with(Fact.count("rewrapped", destroyed.rewrapped()));
            case HandedOut _ -> told("keys.generation-handed-out");
        };
    }

    private AuditFacts told(String action) {
        return AuditFacts.of(action, Fact.count("generation", generation()));
    }
}
