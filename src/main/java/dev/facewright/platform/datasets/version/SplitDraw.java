package dev.facewright.platform.datasets.version;

import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.SealOptions;
import dev.facewright.platform.datasets.Split;
import dev.facewright.platform.datasets.image.ImageRepository.Sealable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/// Draws which images of each subject are held apart for validation. Depends on the images, the fraction
/// and the seed only; a subject's draw does not depend on who else is there.
final class SplitDraw {
    private final SealOptions options;

    SplitDraw(SealOptions options) {
        this.options = options;
    }

    /// @param images  of one subject, in the order of their ids
    /// @return for each of them its split; at least one is `TRAIN`
    Map<UUID, Split> of(SubjectId subject, List<Sealable> images) {
        long mixed = options.seed() * 0x9E3779B97F4A7C15L
                + subject.value().getMostSignificantBits() * 31
                + subject.value().getLeastSignificantBits();
        List<Sealable> shuffled = new ArrayList<>(images);
        Collections.shuffle(shuffled, new Random(mixed));
        long held = Math.min(images.size() - 1L, Math.round(images.size() * options.validationFraction()));
        Map<UUID, Split> splits = new HashMap<>();
        for (int i = 0; i < shuffled.size(); i++) {
            splits.put(shuffled.get(i).image(), i < held ? Split.VALIDATION : Split.TRAIN);
        }
        return splits;
    }
}
