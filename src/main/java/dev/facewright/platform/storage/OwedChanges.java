package dev.facewright.platform.storage;

import dev.facewright.platform.storage.keys.KeySettings;
import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;

/// Changes the generation when a destroyed data key has waited long enough, and goes on with changes that somebody who
/// died has begun.
class OwedChanges {
    private final KeyGenerationRepository generations;
    private final DataKeyRepository keys;
    private final GenerationChange change;
    private final KeySettings settings;
    private final Clock clock;

    OwedChanges(
            KeyGenerationRepository generations,
            DataKeyRepository keys,
            GenerationChange change,
            KeySettings settings,
            Clock clock) {
        this.generations = generations;
        this.keys = keys;
        this.change = change;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${facewright.keys.check:5s}")
    void check() {
        if (generations.unfinished() || owed()) {
            change.run(false);
        }
    }

    private boolean owed() {
        return keys.firstUnsealed()
                .filter(first -> !first.plus(settings.changeAfter()).isAfter(clock.instant()))
                .isPresent();
    }
}
