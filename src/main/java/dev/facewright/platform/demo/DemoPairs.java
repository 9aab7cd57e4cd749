package dev.facewright.platform.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Draws a pairs file in the format of LFW View 2 for people whose pictures are numbered from 1.
final class DemoPairs {
    private DemoPairs() {}

    /// @param people  shared out evenly among the folds, so that nobody is in two; at least two a fold
    /// @param imagesEach  enough for `pairsOfAKind` different pairs of each kind in a fold
    static String draw(List<String> people, int imagesEach, int folds, int pairsOfAKind, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int peopleInFold = people.size() / folds;
        StringBuilder text = new StringBuilder()
                .append(folds)
                .append('\t')
                .append(pairsOfAKind)
                .append('\n');
        for (int fold = 0; fold < folds; fold++) {
            List<String> group = people.subList(fold * peopleInFold, (fold + 1) * peopleInFold);
            draw(genuine(group, imagesEach), pairsOfAKind, random).forEach(text::append);
            draw(impostors(group, imagesEach), pairsOfAKind, random).forEach(text::append);
        }
        return text.toString();
    }

    private static List<String> genuine(List<String> people, int imagesEach) {
        List<String> lines = new ArrayList<>();
        for (String person : people) {
            for (int first = 1; first <= imagesEach; first++) {
                for (int second = first + 1; second <= imagesEach; second++) {
                    lines.add(person + "\t" + first + "\t" + second + "\n");
                }
            }
        }
        return lines;
    }

    private static List<String> impostors(List<String> people, int imagesEach) {
        List<String> lines = new ArrayList<>();
        for (int a = 0; a < people.size(); a++) {
            for (int b = a + 1; b < people.size(); b++) {
                for (int first = 1; first <= imagesEach; first++) {
                    for (int second = 1; second <= imagesEach; second++) {
                        lines.add(people.get(a) + "\t" + first + "\t" + people.get(b) + "\t" + second + "\n");
                    }
                }
            }
        }
        return lines;
    }

    private static List<String> draw(List<String> lines, int count, SplittableRandom random) {
        if (lines.size() < count) {
            throw new IllegalArgumentException("Only " + lines.size() + " different pairs; " + count + " are wanted");
        }
        for (int i = 0; i < count; i++) {
            int chosen = random.nextInt(i, lines.size());
            String line = lines.set(chosen, lines.get(i));
            lines.set(i, line);
        }
        return lines.subList(0, count);
    }
}
