package dev.facewright.platform.consent;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;

/// Keeps something about people; a bean of each is collected, so that a new place to keep something costs one
/// class in the module that keeps it, and nobody else has to know of it. Asks no tables but its own module's.
public interface PersonalDataHolder {
    /// What it holds, as a slug for logs: `images`.
    String name();

    /// Deletes what it holds about the subject, from whom nothing can come in any more. May be broken off anywhere
    /// and is begun again then: an object goes before the row that knows its key. Where nothing is left it does
    /// nothing. Runs outside any transaction.
    void erase(SubjectId subject);

    /// What it still holds about the subject, to be asked after `erase`. Looks at what is there, row by row and
    /// object by object, and not at what `erase` remembers of itself; fetched as it is looked at. The caller closes
    /// the stream.
    ///
    /// Traces by which nobody can be known again, and ids in the lineage of models, stay and are not told here.
    Stream<Held> find(SubjectId subject);

    /// By what traces of what it holds can be told, once it is gone: asked before `erase`. The caller closes the
    /// stream.
    default Stream<Mark> marks(SubjectId subject) {
        return Stream.empty();
    }

    /// Those of the fingerprints that it holds of somebody else as well: one signed sheet may be several people's
    /// evidence.
    /// Where these stand they are the other's.
    default Set<String> ofOthers(SubjectId subject, Collection<String> hashes) {
        return Set.of();
    }

    /// What it keeps of people without knowing of whom, so that neither `erase` nor `find` can speak for it. It is
    /// said with each erasure, so that none claims more than is true. The caller closes the stream.
    default Stream<Held> unattributed() {
        return Stream.empty();
    }

    /// One that knows of nobody whether they are in what it keeps: it has nothing to erase and finds nobody.
    interface Unattributed extends PersonalDataHolder {
        @Override
        default void erase(SubjectId subject) {}

        @Override
        default Stream<Held> find(SubjectId subject) {
            return Stream.empty();
        }

        @Override
        Stream<Held> unattributed();
    }
}
