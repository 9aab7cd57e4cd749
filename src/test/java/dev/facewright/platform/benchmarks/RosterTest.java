package dev.facewright.platform.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.platform.benchmarks.BenchmarkProblem.BenchmarkImageTwice;
import dev.facewright.platform.benchmarks.BenchmarkProblem.BenchmarkImagesMissing;
import org.junit.jupiter.api.Test;

class RosterTest {
    private final Roster roster = new Roster(PairList.parse(TinyBenchmark.pairs()));

    @Test
    void imagesAreKnownByFolderAndFileAtAnyDepthAndWithAnyEnding() {
        assertThat(roster.claim("p0/p0_0001.jpg")).hasValue(1);
        assertThat(roster.claim("a/b/p0/p0_0003.jpeg")).hasValue(2);
        assertThat(roster.claim("lfw\\p3\\p3_0003.PNG")).hasValue(12);
        assertThat(roster.positions()).containsEntry("p0/p0_0003", 1).hasSize(3);
    }

    @Test
    void whatNoPairNamesIsPassedOver() {
        assertThat(roster.claim("p0/p0_0009.jpg")).isEmpty();
        assertThat(roster.claim("p0_0001.jpg")).isEmpty();
        assertThat(roster.claim("")).isEmpty();
        assertThat(roster.claim("/")).isEmpty();
        assertThat(roster.claimed()).isZero();
    }

    @Test
    void twoFilesForOneImageAreRefused() {
        roster.claim("p0/p0_0001.jpg");

        assertThatThrownBy(() -> roster.claim("p0/p0_0001.png")).isInstanceOf(BenchmarkImageTwice.class);
    }

    @Test
    void missingImagesAreCountedWithTheFirstPairThatNamesOne() {
        for (String person : new String[] {"p0", "p1", "p2"}) {
            for (int number = 1; number <= 3; number++) {
                roster.claim(person + "/" + person + "_000" + number + ".jpg");
            }
        }

        assertThatThrownBy(roster::requireComplete)
                .isInstanceOfSatisfying(
                        BenchmarkImagesMissing.class,
                        refusal -> assertThat(refusal.arguments()).containsExactly(3, 11));
    }
}
