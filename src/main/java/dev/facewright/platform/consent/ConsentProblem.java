package dev.facewright.platform.consent;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/// Everything that the consent ledger refuses, one case a rule.
public abstract sealed class ConsentProblem extends DomainException {
    private ConsentProblem(ProblemKind kind, String slug, Object... arguments) {
        super(kind, slug, arguments);
    }

    /// A consent ends once.
    public static final class ConsentAlreadyWithdrawn extends ConsentProblem {
        ConsentAlreadyWithdrawn(ConsentId id) {
            super(ProblemKind.CONFLICT, "consent-already-withdrawn", id);
        }
    }

    /// What was said about a subject or a consent cannot be recorded.
    public static final class ConsentInvalid extends ConsentProblem {
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

    /// The subject gave no consent with this id.
    public static final class ConsentNotFound extends ConsentProblem {
        ConsentNotFound(ConsentId id) {
            super(ProblemKind.NOT_FOUND, "consent-not-found", id);
        }
    }

    /// What proves a consent is handed in once and never replaced.
    public static final class EvidenceAlreadyThere extends ConsentProblem {
        EvidenceAlreadyThere(ConsentId id) {
            super(ProblemKind.CONFLICT, "evidence-already-there", id);
        }
    }

    /// The consent was recorded without evidence, or its evidence was erased.
    public static final class EvidenceNotFound extends ConsentProblem {
        EvidenceNotFound(ConsentId id) {
            super(ProblemKind.NOT_FOUND, "evidence-not-found", id);
        }
    }

    /// The table is larger than is taken in one piece.
    public static final class ImportTooLarge extends ConsentProblem {
        ImportTooLarge(long bytes, long limit) {
            super(ProblemKind.TOO_LARGE, "import-too-large", bytes, limit);
        }
    }

    /// The subject has not agreed to this purpose, or agrees no longer.
    public static final class NoLiveConsent extends ConsentProblem {
        public NoLiveConsent(SubjectId id, Purpose purpose) {
            super(ProblemKind.CONFLICT, "no-live-consent", id, purpose);
        }
    }

    /// The subject's data is being erased or is erased already: a person who agrees again is registered anew.
    public static final class SubjectBeingErased extends ConsentProblem {
        SubjectBeingErased(SubjectId id) {
            super(ProblemKind.CONFLICT, "subject-being-erased", id);
        }
    }

    /// Another subject already has this code; the code itself is not repeated, since it could be a name.
    public static final class SubjectCodeTaken extends ConsentProblem {
        SubjectCodeTaken() {
            super(ProblemKind.CONFLICT, "subject-code-taken");
        }
    }

    /// There is no data subject with this id.
    public static final class SubjectNotFound extends ConsentProblem {
        SubjectNotFound(SubjectId id) {
            super(ProblemKind.NOT_FOUND, "subject-not-found", id);
        }
    }

    /// A subject with a live consent is not erased.
    public static final class SubjectStillConsents extends ConsentProblem {
        SubjectStillConsents(SubjectId id) {
            super(ProblemKind.CONFLICT, "subject-still-consents", id);
        }
    }
}
