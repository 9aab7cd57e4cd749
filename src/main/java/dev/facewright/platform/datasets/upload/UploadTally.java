package dev.facewright.platform.datasets.upload;

import dev.facewright.platform.datasets.image.Intake;

/// Counts what becomes of an upload's entries.
final class UploadTally {
    record Counts(int accepted, int duplicates, int refused, int skipped) {
        int processed() {
            return accepted + duplicates + refused;
        }
    }

    private int accepted;
    private int duplicates;
    private int refused;
    private int skipped;

    void count(Intake intake) {
        switch (intake) {
            case Intake.Accepted _ -> accepted++;
            case Intake.Duplicate _ -> duplicates++;
            case Intake.NotTaken _ -> refused++;
        }
    }

    void skip() {
        skipped++;
    }

    int processed() {
        return accepted + duplicates + refused;
    }

    Counts counts() {
        return new Counts(accepted, duplicates, refused, skipped);
    }
}
