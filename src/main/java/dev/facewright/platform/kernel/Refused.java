package dev.facewright.platform.kernel;

/// A request was refused by a rule. Published when the refusal is answered; audited in a transaction of its own,
/// since the one it was refused in rolls back.
///
/// @param slug  the rule, as in `DomainException.slug`
/// @param on  what was asked for: method and route pattern, such as `POST /api/v1/runs`, never a filled-in path
public record Refused(String slug, String on) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return AuditFacts.of("refused." + slug, Fact.word("on", on));
    }
}
