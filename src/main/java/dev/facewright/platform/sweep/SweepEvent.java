package dev.facewright.platform.sweep;

import dev.facewright.platform.kernel.AuditFacts;
import dev.facewright.platform.kernel.DomainEvent;
import dev.facewright.platform.kernel.Fact;
import java.util.List;

/// What sweeping clears away.
sealed interface SweepEvent extends DomainEvent {
    /// Somebody asked for a sweep now.
    record Requested() implements SweepEvent {}

    /// A sweep that found something, or was broken off, has ended.
    record Swept(
            SweepId sweep, boolean whole, long objects, long uploads, long plans, long keys, List<String> unanswered)
            implements SweepEvent {
        static Swept of(SweepView sweep) {
            return new Swept(
                    sweep.id(),
                    sweep.failure() == null,
                    sweep.objects(),
                    sweep.uploads(),
                    sweep.plans(),
                    sweep.keys(),
                    sweep.unanswered());
        }
    }

    /// Files of a process that died were deleted.
    record FilesDeleted(int files) implements SweepEvent {}

    @Override
    default AuditFacts facts() {
        return switch (this) {
            case Requested _ -> AuditFacts.of("sweep.requested");
            case Swept swept ->
                AuditFacts.of(
                        swept.whole() ? "sweep.swept" : "sweep.broken-off",
                        Fact.id("sweep", swept.sweep()),
                        Fact.count("objects", swept.objects()),
                        Fact.count("multipart-uploads", swept.uploads()),
                        Fact.count("plans", swept.plans()),
                        Fact.count("data-keys", swept.keys()),
                        Fact.words("unanswered", swept.unanswered()));
            case FilesDeleted(int files) -> AuditFacts.of("sweep.files-deleted", Fact.count("files", files));
        };
    }
}
