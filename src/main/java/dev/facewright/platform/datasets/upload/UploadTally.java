package dev.facewright.platform.datasets.upload;

import dev.facewright.platform.datasets.image.Intake;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts what becomes of an upload's entries, from several threads.
final class UploadTally {
    record Counts(int accepted, int duplicates, int refused, int skipped) {}

    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger duplicates = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger skipped = new AtomicInteger();

    void count(Intake intake) {
        switch (intake) {
            case Intake.Accepted ignored -> accepted.incrementAndGet();
            case Intake.Duplicate ignored -> duplicates.incrementAndGet();
            case Intake.NotTaken ignored -> refused.incrementAndGet();
        }
    }

    void skip() {
        skipped.incrementAndGet();
    }

    int processed() {
        return accepted.get() + duplicates.get() + refused.get();
    }

    Counts counts() {
        return new Counts(accepted.get(), duplicates.get(), refused.get(), skipped.get());
    }
}
