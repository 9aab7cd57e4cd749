package dev.facewright.ml.verify;

import java.util.List;

/// A pairs file that does not follow the LFW format; the message names the line and what was expected there.
public final class MalformedPairs extends IllegalArgumentException {
    /// What is broken, for whoever says it in another language.
    public enum Rule {
        /// No first line.
        EMPTY,
        /// The first line has more than two fields: their number.
        HEADER,
        /// Announces more pairs than are read: those, and the most.
        TOO_MANY,
        /// A line between pairs is empty.
        EMPTY_LINE,
        /// More pairs than announced: those announced.
        MORE,
        /// Fewer pairs than announced: those announced, and those there are.
        FEWER,
        /// A genuine pair has another number of fields than 3: their number.
        GENUINE,
        /// An impostor pair has another number of fields than 4: their number.
        IMPOSTOR,
        /// An impostor pair of one person.
        SAME_PERSON,
        /// A name with characters that none may have.
        NAME,
        /// No whole number where one has to be.
        NUMBER
    }

    private final int line;
    private final Rule rule;
    private final transient List<String> arguments;

    /// @param arguments  of the rule
    MalformedPairs(int line, Rule rule, List<Long> arguments, String problem) {
        super("Line " + line + ": " + problem);
        this.line = line;
        this.rule = rule;
        this.arguments = arguments.stream().map(String::valueOf).toList();
    }

    /// The line at fault, from 1.
    public int line() {
        return line;
    }

    public Rule rule() {
        return rule;
    }

    /// Of the rule.
    public List<String> arguments() {
        return arguments;
    }
}
