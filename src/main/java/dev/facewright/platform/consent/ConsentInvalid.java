package dev.facewright.platform.consent;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/// What was said about a subject or a consent cannot be recorded.
public final class ConsentInvalid extends DomainException {
    private final String field;
    private final String rule;

    /// @param field  as in `NewConsent` and `NewSubject`
    /// @param rule  the bundles hold `consent.invalid.<field>.<rule>`
    ConsentInvalid(String field, String rule) {
        super(ProblemKind.INVALID, "consent-invalid", field, text(field, rule));
        this.field = field;
        this.rule = rule;
    }

    private static DefaultMessageSourceResolvable text(String field, String rule) {
        return new DefaultMessageSourceResolvable("consent.invalid." + field + "." + rule);
    }

    public String field() {
        return field;
    }

    /// Where the bundles say what is wrong and what to do.
    public String messageKey() {
        return "consent.invalid." + field + "." + rule;
    }
}
