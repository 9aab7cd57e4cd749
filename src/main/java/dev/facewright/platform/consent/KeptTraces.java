package dev.facewright.platform.consent;

import java.util.List;

/// Says what of an erased person a module's tables keep, and why; a bean of each module that keeps such. A trace that
/// nobody declared is no trace that may stay: the erasure is not done then.
public interface KeptTraces {
    List<Kept> kept();

    /// @param column  of which table: `dataset_image.subject_id`
    /// @param kind  of the mark that may stand there: ids alone, never a pseudonym, a hash or a key
    record Kept(String column, Mark.Kind kind, Why why) {
        public Kept {
            if (kind != Mark.Kind.SUBJECT && kind != Mark.Kind.IMAGE) {
                throw new IllegalArgumentException("Nothing but ids may stay: " + column);
            }
        }

        public static Kept subject(String column, Why why) {
            return new Kept(column, Mark.Kind.SUBJECT, why);
        }

        public static Kept image(String column, Why why) {
            return new Kept(column, Mark.Kind.IMAGE, why);
        }
    }

    /// Why a trace stays. The bundles tell each as `erasure.kept.<why>`.
    enum Why {
        /// Which data a model has learnt from is to be told for as long as the model's papers are.
        LINEAGE,
        /// That someone consented, to what and until when, is to be shown to whoever may ask.
        CONSENT_RECORD,
        /// What happened is to be told, and cannot be rewritten.
        AUDIT_LOG,
        /// That they were erased.
        ERASURE_RECORD,
        /// A task that is under way; it goes with it.
        TASK
    }
}
