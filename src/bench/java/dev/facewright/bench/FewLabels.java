package dev.facewright.bench;

import dev.facewright.ml.data.CropsInMemory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// A few people of many, with as many images of each.
final class FewLabels {
    static final int IMAGES_EACH = 4;

    private FewLabels() {}

    /// @param all  each person's crops one after another
    /// @param people  drawn from those who have enough images
    static CropsInMemory draw(CropsInMemory all, int people, long seed) {
        List<List<byte[]>> enough = new ArrayList<>();
        for (int from = 0, to; from < all.size(); from = to) {
            to = all.labels().lastIndexOf(all.labels().get(from)) + 1;
            if (to - from >= IMAGES_EACH) {
                enough.add(all.crops().subList(from, from + IMAGES_EACH));
            }
        }
        Collections.shuffle(enough, new Random(seed));
        List<byte[]> crops = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (List<byte[]> person : enough.subList(0, people)) {
            labels.addAll(Collections.nCopies(IMAGES_EACH, crops.size() / IMAGES_EACH));
            crops.addAll(person);
        }
        return new CropsInMemory(crops, labels);
    }
}
