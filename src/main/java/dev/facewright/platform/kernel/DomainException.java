package dev.facewright.platform.kernel;

import java.util.List;

/// A refusal with a name: one subclass per rule, beside the rule.
///
/// What a person reads is not here: the message bundles hold `problem.<slug>` (a title) and
/// `problem.<slug>.detail` (what is wrong and what to do, with the arguments as `{0}`, `{1}`, ...), in every
/// language of the application. Arguments reach answers, logs and the audit log, so they are ids, numbers and
/// limits, never personal data.
public abstract class DomainException extends RuntimeException {
    private final ProblemKind kind;
    private final String slug;
    private final transient List<Object> arguments;

    /// @param slug  kebab-case, unique in the application: `consent-already-withdrawn`
    protected DomainException(ProblemKind kind, String slug, Object... arguments) {
        super(slug + " " + List.of(arguments));
        this.kind = kind;
        this.slug = slug;
        this.arguments = List.of(arguments);
    }

    public ProblemKind kind() {
        return kind;
    }

    /// Whether somebody decided against it, so that it belongs into the audit log. Something that is not there
    /// is no refusal, unless it is only kept back.
    public boolean isRefusal() {
        return kind != ProblemKind.NOT_FOUND;
    }

    public String slug() {
        return slug;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
