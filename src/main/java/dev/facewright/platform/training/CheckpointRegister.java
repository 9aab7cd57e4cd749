package dev.facewright.platform.training;

import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectOwner;
import dev.facewright.platform.storage.ObjectOwner.Kind;
import dev.facewright.platform.storage.ObjectRegister;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// States of runs that have not ended: also one that is not recorded yet, which goes with its run.
@Component
class CheckpointRegister implements ObjectRegister {
    private final RunRepository rows;
    private final RunKeyRepository runKeys;

    CheckpointRegister(RunRepository rows, RunKeyRepository runKeys) {
        this.rows = rows;
        this.runKeys = runKeys;
    }

    @Override
    public String name() {
        return "checkpoints";
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.RUN);
    }

    @Override
    public Set<ObjectKey> known(Collection<ObjectKey> keys) {
        Set<ObjectKey> known = rows
                .checkpointsAmong(keys.stream().map(ObjectKey::value).toList())
                .stream()
                .map(ObjectKey::new)
                .collect(Collectors.toSet());
        Set<UUID> live = rows.live(keys.stream()
                .flatMap(key -> key.owner().stream())
                .map(ObjectOwner::id)
                .toList());
        keys.stream()
                .filter(key ->
                        key.owner().map(ObjectOwner::id).filter(live::contains).isPresent())
                .forEach(known::add);
        return known;
    }

    @Override
    public Set<UUID> knownKeys(Collection<OwnedKey> keys) {
        return runKeys.keysInUse(
                keys.stream().map(OwnedKey::owner).toList(),
                keys.stream().map(OwnedKey::key).toList());
    }
}
