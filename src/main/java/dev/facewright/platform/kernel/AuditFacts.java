package dev.facewright.platform.kernel;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What the audit log is told of an event; never personal data.
///
/// @param action  what happened, module first: `consent.withdrawn`
/// @param facts  what it happened to, and by how much; each under a name of its own
public record AuditFacts(String action, List<Fact> facts) {
    public AuditFacts {
        facts = List.copyOf(facts);
    }

    public static AuditFacts of(String action, Fact... facts) {
        return new AuditFacts(action, List.of(facts));
    }

    /// The same with more.
    public AuditFacts with(Fact... more) {
        return new AuditFacts(
                action, Stream.concat(facts.stream(), Stream.of(more)).toList());
    }

    /// Names and values, as they are read.
    public Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        facts.forEach(fact -> texts.put(fact.name(), fact.text()));
        return texts;
    }
}
