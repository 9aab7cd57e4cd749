package dev.facewright.platform.kernel;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// One thing that an event tells the audit log, by what it is: a log that may not name people can commit to a
/// subject and still show a count.
public sealed interface Fact {
    String name();

    /// The value as it is read.
    String text();

    /// What entries are looked for by. Nobody looks for a 7.
    default List<String> searched() {
        return switch (this) {
            case Subject _, Id _, Word _ -> List.of(text());
            case Ids ids -> ids.ids();
            case Count _, Measure _ -> List.of();
        };
    }

    /// A person, by the id of the data subject.
    record Subject(String text) implements Fact {
        @Override
        public String name() {
            return "subject";
        }
    }

    /// Anything else that has a name of its own: an id, or the hash of a content.
    record Id(String name, String text) implements Fact {}

    /// Several things of one kind, each looked for by its own id.
    record Ids(String name, List<String> ids) implements Fact {
        public Ids {
            ids = List.copyOf(ids);
        }

        @Override
        public String text() {
            return String.join(" ", ids);
        }
    }

    /// One out of a few: a status, a slug, a purpose.
    record Word(String name, String text) implements Fact {}

    record Count(String name, long value) implements Fact {
        @Override
        public String text() {
            return Long.toString(value);
        }
    }

    record Measure(String name, double value) implements Fact {
        @Override
        public String text() {
            return Double.toString(value);
        }
    }

    static Fact subject(Object id) {
        return new Subject(id.toString());
    }

    static Fact id(String name, Object id) {
        return new Id(name, id.toString());
    }

    static Fact ids(String name, Collection<?> ids) {
        return new Ids(name, ids.stream().map(Object::toString).toList());
    }

    static Fact word(String name, Object word) {
        return new Word(name, word.toString());
    }

    /// Some out of a few, always in the same order.
    static <W extends Comparable<W>> Fact words(String name, Collection<W> words) {
        return new Word(name, words.stream().sorted().map(Object::toString).collect(Collectors.joining(" ")));
    }

    static Fact count(String name, long value) {
        return new Count(name, value);
    }

    static Fact measure(String name, double value) {
        return new Measure(name, value);
    }
}
