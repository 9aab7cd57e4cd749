package dev.facewright.platform.benchmarks;

import dev.facewright.ml.verify.Pair;
import dev.facewright.platform.benchmarks.BenchmarkProblem.BenchmarkPeopleWithoutConsent;
import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.LiveConsent;
import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.consent.SubjectId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Ties a benchmark of people who agreed to be in it to these people: its folders are named by their codes, and each
/// agrees to evaluation here.
@Component
class BenchmarkPeople {
    private final BenchmarkRepository benchmarks;
    private final ConsentLedger consents;

    BenchmarkPeople(BenchmarkRepository benchmarks, ConsentLedger consents) {
        this.benchmarks = benchmarks;
        this.consents = consents;
    }

    /// Belongs to the transaction that makes the benchmark: their consents are held until it ends.
    ///
    /// @throws BenchmarkPeopleWithoutConsent if someone is not known here, or does not agree to evaluation
    void name(BenchmarkId id, PairList pairs) {
        Map<String, Integer> firstPairs = firstPairs(pairs);
        Map<String, SubjectId> known = consents.byCodes(firstPairs.keySet());
        Map<SubjectId, LiveConsent> held = consents.holdLive(known.values(), Purpose.EVALUATION);
        List<Integer> without = new ArrayList<>();
        firstPairs.forEach((code, pair) -> {
            SubjectId subject = known.get(code);
            if (subject == null || !held.containsKey(subject)) {
                without.add(pair);
            }
        });
        if (!without.isEmpty()) {
            throw new BenchmarkPeopleWithoutConsent(without.size(), without.getFirst());
        }
        List<LiveConsent> each = List.copyOf(held.values());
        benchmarks.name(
                id.value(),
                each.stream().map(consent -> consent.subject().value()).toArray(UUID[]::new),
                each.stream().map(consent -> consent.consent().value()).toArray(UUID[]::new));
    }

    /// Of each person the first pair, from 1, that names them.
    private static Map<String, Integer> firstPairs(PairList list) {
        Map<String, Integer> first = new LinkedHashMap<>();
        for (int i = 0; i < list.pairs().size(); i++) {
            Pair pair = list.pairs().get(i);
            first.putIfAbsent(person(pair.first()), i + 1);
            first.putIfAbsent(person(pair.second()), i + 1);
        }
        return first;
    }

    /// An image is named `person/person_0001`.
    private static String person(String image) {
        return image.substring(0, image.indexOf('/'));
    }
}
