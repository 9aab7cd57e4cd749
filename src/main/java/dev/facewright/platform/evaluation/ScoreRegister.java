package dev.facewright.platform.evaluation;

import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectOwner;
import dev.facewright.platform.storage.ObjectOwner.Kind;
import dev.facewright.platform.storage.ObjectRegister;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Scores of evaluations that have a report, or may come to have one.
@Component
class ScoreRegister implements ObjectRegister {
    private final EvaluationRepository rows;

    ScoreRegister(EvaluationRepository rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "scores";
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.EVALUATION);
    }

    @Override
    public Set<ObjectKey> known(Collection<ObjectKey> keys) {
        Set<UUID> live = rows.live(keys.stream()
                .flatMap(key -> key.owner().stream())
                .map(ObjectOwner::id)
                .toList());
        return keys.stream()
                .filter(key ->
                        key.owner().map(ObjectOwner::id).filter(live::contains).isPresent())
                .collect(Collectors.toSet());
    }
}
