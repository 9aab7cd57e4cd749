package dev.facewright.platform.erasure;

import dev.facewright.platform.kernel.AuditFacts;
import dev.facewright.platform.kernel.DomainEvent;
import dev.facewright.platform.kernel.Fact;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What becomes of legal holds.
public sealed interface HoldEvent extends DomainEvent {
    /// Something must not be destroyed from now on.
    record Placed(
            HoldId hold, HoldObject.Kind kind, @Nullable UUID object, String reason) implements HoldEvent {}

    /// It may be destroyed again, as far as this hold goes; two people said so.
    record Lifted(
            HoldId hold, HoldObject.Kind kind, @Nullable UUID object, String reason) implements HoldEvent {}

    HoldId hold();

    HoldObject.Kind kind();

    @Nullable
    UUID object();

    String reason();

    @Override
    default AuditFacts facts() {
        String what = switch (this) {
            case Placed _ -> "placed";
            case Lifted _ -> "lifted";
        };
        AuditFacts facts = AuditFacts.of(
                "hold." + what, Fact.id("hold", hold()), Fact.word("kind", kind()), Fact.word("reason", reason()));
        UUID object = object();
        if (object == null) {
            return facts;
        }
        return facts.with(kind() == HoldObject.Kind.SUBJECT ? Fact.subject(object) : Fact.id("object", object));
    }
}
