package dev.facewright.platform.kernel;

import java.util.List;
import java.util.UUID;

/// A request was refused by a rule. Published when the refusal is answered; audited in a transaction of its own,
/// since the one it was refused in rolls back.
///
/// @param slug  the rule, as in `DomainException.slug`
/// @param on  what was asked for: method and route pattern, such as `POST /api/v1/runs`, never a filled-in path
/// @param about  what it was asked for with; ids alone, whatever else stood in the request
public record Refused(String slug, String on, List<UUID> about) implements DomainEvent {
    /// Nobody is logged in, or a token opens nothing.
    public static final String UNAUTHENTICATED = "unauthenticated";

    public Refused {
        about = List.copyOf(about);
    }

    public Refused(String slug, String on) {
        this(slug, on, List.of());
    }

    @Override
    public AuditFacts facts() {
        AuditFacts facts = AuditFacts.of("refused." + slug, Fact.word("on", on));
        return about.isEmpty() ? facts : facts.with(Fact.ids("about", about));
    }
}
