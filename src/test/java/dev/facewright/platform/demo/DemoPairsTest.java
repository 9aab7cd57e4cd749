package dev.facewright.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.ml.verify.Pair;
import dev.facewright.ml.verify.PairsFile;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DemoPairsTest {
    private final List<Pair> pairs = PairsFile.parse(
            DemoPairs.draw(IntStream.range(0, 12).mapToObj(i -> "demo_" + i).toList(), 4, 3, 10, 1));

    @Test
    void theFileIsAsLfwHasIt() {
        assertThat(pairs).hasSize(3 * 20);
        assertThat(pairs.stream().filter(Pair::genuine)).hasSize(30);
        assertThat(new HashSet<>(pairs)).hasSameSizeAs(pairs);
    }

    @Test
    void nobodyIsInTwoFolds() {
        Map<String, Set<Integer>> folds = pairs.stream()
                .collect(Collectors.groupingBy(
                        pair -> pair.first().substring(0, pair.first().indexOf('/')),
                        Collectors.mapping(Pair::fold, Collectors.toSet())));

        assertThat(folds.values()).allSatisfy(of -> assertThat(of).hasSize(1));
    }
}
