package dev.facewright.ml.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.facewright.ml.verify.VerificationReport.FoldResult;
import dev.facewright.ml.verify.VerificationReport.RocPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LfwProtocolTest {
    private static final List<Double> NO_RATES = List.of();

    /// Fold 1 is separated by any threshold in (0.4, 0.6], fold 2 by any in (0.1, 0.3]. Tested at the other's
    /// middle: fold 1 at 0.2 accepts its impostor at 0.4, so 1 of 2 is right; fold 2 at 0.5 rejects its genuine
    /// 0.3, so 1 of 2.
    @Test
    void eachFoldIsTestedAtTheThresholdOfTheOthers() {
        VerificationReport report = evaluate(fold(1, g(0.6), i(0.4)), fold(2, g(0.3), i(0.1)));
        assertThat(report.folds()).hasSize(2);
        assertThat(report.folds().get(0).threshold()).isCloseTo(0.2, within(1e-12));
        assertThat(report.folds().get(1).threshold()).isCloseTo(0.5, within(1e-12));
        assertThat(report.folds()).extracting(FoldResult::accuracy).containsExactly(0.5, 0.5);
        assertThat(report.meanAccuracy()).isEqualTo(0.5);
        assertThat(report.standardDeviation()).isZero();
    }

    /// Accuracies 1, 1 and 1/2: mean 5/6; squares 1/36 + 1/36 + 4/36 = 1/6; sample variance 1/12.
    @Test
    void theSpreadIsTheSampleDeviationAndItsErrorIsOverTheRootOfTheFolds() {
        VerificationReport report =
                evaluate(fold(1, g(0.9), i(0.1)), fold(2, g(0.9), i(0.1)), fold(3, g(0.9), i(0.95)));
        assertThat(report.folds()).extracting(FoldResult::accuracy).containsExactly(1.0, 1.0, 0.5);
        assertThat(report.meanAccuracy()).isCloseTo(5.0 / 6, within(1e-12));
        assertThat(report.standardDeviation()).isCloseTo(Math.sqrt(1.0 / 12), within(1e-12));
        assertThat(report.standardError()).isCloseTo(Math.sqrt(1.0 / 36), within(1e-12));
    }

    /// In fold 2 a threshold between 0.3 and 0.4 and one between 0.6 and 0.7 both decide three of four rightly.
    @Test
    void ofEquallyAccurateThresholdsTheHighestIsTaken() {
        VerificationReport report = evaluate(fold(1, g(0.5), i(0.2)), fold(2, g(0.4), i(0.3), g(0.7), i(0.6)));
        assertThat(report.folds().getFirst().threshold()).isCloseTo(0.65, within(1e-12));
    }

    /// On fold 2 it is best to accept everything from its lowest score, 0.5, on; a pair of fold 1 has just that.
    @Test
    void aScoreEqualToTheThresholdIsAccepted() {
        VerificationReport report = evaluate(fold(1, g(0.5), i(0.1)), fold(2, g(0.5), g(0.6), i(0.9)));
        assertThat(report.folds().getFirst()).isEqualTo(new FoldResult(1, 2, 0.5, 1.0));
    }

    @Test
    void perfectScoresGivePerfectFigures() {
        VerificationReport report =
                evaluate(fold(1, g(0.9), g(0.8), i(0.1), i(0.2)), fold(2, g(0.7), i(0.3)), fold(3, g(0.9), i(0.0)));
        assertThat(report.meanAccuracy()).isEqualTo(1);
        assertThat(report.auc()).isEqualTo(1);
        assertThat(report.equalErrorRate()).isZero();
        assertThat(report.roc())
                .extracting(RocPoint::far, RocPoint::tar)
                .containsExactly(tuple(0.0, 0.0), tuple(0.0, 1.0), tuple(1.0, 1.0));
    }

    @Test
    void scoresThatSayNothingGiveHalf() {
        VerificationReport report = evaluate(fold(1, g(0.5), i(0.5)), fold(2, g(0.5), i(0.5)));
        assertThat(report.auc()).isEqualTo(0.5);
        assertThat(report.equalErrorRate()).isEqualTo(0.5);
        assertThat(report.meanAccuracy()).isEqualTo(0.5);
    }

    /// Genuine 0.8 0.6 0.4, impostors 0.7 0.3 0.1. Above the impostor 0.7: one of three; above 0.3 and 0.1: all.
    /// AUC = (1 + 3 + 3) / 9. The curve goes (0, 1/3), (1/3, 1/3), (1/3, 1): it meets far = 1 - tar at 1/3.
    @Test
    void areaAndEqualErrorRateAgreeWithCountingByHand() {
        VerificationReport report = evaluate(fold(1, g(0.8), g(0.6), i(0.7)), fold(2, g(0.4), i(0.3), i(0.1)));
        assertThat(report.auc()).isCloseTo(7.0 / 9, within(1e-12));
        assertThat(report.equalErrorRate()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(report.pairs()).isEqualTo(6);
        assertThat(report.genuine()).isEqualTo(3);
        assertThat(report.impostors()).isEqualTo(3);
    }

    /// One tie of a genuine and an impostor pair is a slope of the curve: from (0, 1/2) to (1/2, 1), which meets
    /// far = 1 - tar at far = 1/4.
    @Test
    void theEqualErrorRateIsInterpolatedAlongTies() {
        VerificationReport report = evaluate(fold(1, g(0.8), i(0.5)), fold(2, g(0.5), i(0.2)));
        assertThat(report.equalErrorRate()).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void acceptRatesAreMeasuredWhereTheImpostorsSufficeAndRefusedElsewhere() {
        List<Pair> pairs = new ArrayList<>();
        double[] scores = new double[200];
        for (int i = 0; i < 200; i++) {
            pairs.add(new Pair("a" + i, "b" + i, i >= 100, 1 + i % 2));
            scores[i] = i < 100 ? i / 100.0 : 0.5 + (i - 100) / 200.0;
        }
        List<TarAtFar> rates =
                LfwProtocol.evaluate(scores, pairs, List.of(0.1, 0.01, 0.001)).tarAtFar();
        // impostors score 0.00, 0.01 ... 0.99, genuine pairs 0.500, 0.505 ... 0.995
        // ten impostors may pass, those from 0.90 on; the eleventh has 0.89, so 0.895 is low enough for 21 genuine
        assertThat(rates.get(0)).isEqualTo(new TarAtFar.Measured(0.1, 0.21, 0.895, 10));
        // one may pass, 0.99; 0.985, 0.990 and 0.995 stay above the next
        assertThat(rates.get(1)).isEqualTo(new TarAtFar.Measured(0.01, 0.03, 0.985, 1));
        assertThat(rates.get(2))
                .isEqualTo(new TarAtFar.Refused(
                        0.001, "A false accept rate of 0.001 needs at least 1000 impostor pairs; there are 100"));
    }

    @Test
    void threeThousandImpostorsResolveOneInAThousand() {
        int count = 3000;
        List<Pair> pairs = new ArrayList<>();
        double[] scores = new double[2 * count];
        for (int i = 0; i < 2 * count; i++) {
            pairs.add(new Pair("a", "b", i % 2 == 0, 1 + i % 10));
            scores[i] = i;
        }
        assertThat(LfwProtocol.evaluate(scores, pairs, List.of(1e-3)).tarAtFar().getFirst())
                .isInstanceOfSatisfying(
                        TarAtFar.Measured.class,
                        measured -> assertThat(measured.falseAccepts()).isEqualTo(3));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theAreaEqualsCountingEveryPairOfPairs(long seed) {
        Sample sample = Sample.random(seed);
        double wins = 0;
        int comparisons = 0;
        for (int g = 0; g < sample.scores.length; g++) {
            for (int i = 0; i < sample.scores.length; i++) {
                if (sample.pairs.get(g).genuine() && !sample.pairs.get(i).genuine()) {
                    wins += 0.5 + 0.5 * Math.signum(sample.scores[g] - sample.scores[i]);
                    comparisons++;
                }
            }
        }
        VerificationReport report = LfwProtocol.evaluate(sample.scores, sample.pairs, NO_RATES);
        assertThat(report.auc()).isCloseTo(wins / comparisons, within(1e-12));
        assertThat(trapezoids(report.roc())).isCloseTo(report.auc(), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void stretchingTheScoresChangesThresholdsButNoRate(long seed) {
        Sample sample = Sample.random(seed);
        double[] stretched = Arrays.stream(sample.scores)
                .map(score -> Math.exp(3 * score) - 7)
                .toArray();
        VerificationReport before = LfwProtocol.evaluate(sample.scores, sample.pairs, List.of(0.1));
        VerificationReport after = LfwProtocol.evaluate(stretched, sample.pairs, List.of(0.1));
        assertThat(rates(after)).isEqualTo(rates(before));
        assertThat(after.auc()).isEqualTo(before.auc());
        assertThat(after.equalErrorRate()).isEqualTo(before.equalErrorRate());
        assertThat(after.tarAtFar().getFirst())
                .isInstanceOfSatisfying(
                        TarAtFar.Measured.class,
                        measured -> assertThat(measured.tar())
                                .isEqualTo(
                                        ((TarAtFar.Measured) before.tarAtFar().getFirst()).tar()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theCurveClimbsFromNothingToEverythingAndKeepsOnlyCorners(long seed) {
        List<RocPoint> roc = LfwProtocol.evaluate(Sample.random(seed).scores, Sample.random(seed).pairs, NO_RATES)
                .roc();
        assertThat(roc.getFirst()).extracting(RocPoint::far, RocPoint::tar).containsExactly(0.0, 0.0);
        assertThat(roc.getLast()).extracting(RocPoint::far, RocPoint::tar).containsExactly(1.0, 1.0);
        for (int i = 1; i < roc.size(); i++) {
            assertThat(roc.get(i).far()).isGreaterThanOrEqualTo(roc.get(i - 1).far());
            assertThat(roc.get(i).tar()).isGreaterThanOrEqualTo(roc.get(i - 1).tar());
            assertThat(roc.get(i).threshold()).isLessThan(roc.get(i - 1).threshold());
        }
        assertThat(roc).hasSizeLessThan(Sample.SIZE);
    }

    @Test
    void theOrderOfThePairsDoesNotMatter() {
        Sample sample = Sample.random(8);
        int[] reversed =
                IntStream.range(0, Sample.SIZE).map(i -> Sample.SIZE - 1 - i).toArray();
        double[] scores =
                Arrays.stream(reversed).mapToDouble(i -> sample.scores[i]).toArray();
        List<Pair> pairs = Arrays.stream(reversed).mapToObj(sample.pairs::get).toList();
        assertThat(LfwProtocol.evaluate(scores, pairs, List.of(0.2)))
                .isEqualTo(LfwProtocol.evaluate(sample.scores, sample.pairs, List.of(0.2)));
    }

    @Test
    void whatCannotBeEvaluatedIsRefusedWithTheReason() {
        Pair genuine = new Pair("a", "b", true, 1);
        Pair impostor = new Pair("a", "c", false, 2);
        assertThatThrownBy(() -> LfwProtocol.evaluate(new double[1], List.of(genuine, impostor), NO_RATES))
                .hasMessage("1 scores for 2 pairs");
        assertThatThrownBy(
                        () -> LfwProtocol.evaluate(new double[] {0, Double.NaN}, List.of(genuine, impostor), NO_RATES))
                .hasMessage("The score of pair 2 is NaN");
        assertThatThrownBy(() -> LfwProtocol.evaluate(new double[2], List.of(genuine, genuine), NO_RATES))
                .hasMessageContaining("there are 2 and 0");
        Pair sameFold = new Pair("a", "c", false, 1);
        assertThatThrownBy(() -> LfwProtocol.evaluate(new double[2], List.of(genuine, sameFold), NO_RATES))
                .hasMessageContaining("at least two folds");
        assertThatThrownBy(() -> LfwProtocol.evaluate(new double[2], List.of(genuine, impostor), List.of(0.0)))
                .hasMessageContaining("above 0");
    }

    private static double trapezoids(List<RocPoint> roc) {
        double area = 0;
        for (int i = 1; i < roc.size(); i++) {
            area += (roc.get(i).far() - roc.get(i - 1).far())
                    * (roc.get(i).tar() + roc.get(i - 1).tar())
                    / 2;
        }
        return area;
    }

    private static List<List<Double>> rates(VerificationReport report) {
        return report.roc().stream()
                .map(point -> List.of(point.far(), point.tar()))
                .toList();
    }

    /// Overlapping scores on a coarse grid, so that there are ties within and between the kinds.
    private record Sample(double[] scores, List<Pair> pairs) {
        static final int SIZE = 300;

        static Sample random(long seed) {
            Random random = new Random(seed);
            double[] scores = new double[SIZE];
            List<Pair> pairs = new ArrayList<>();
            for (int i = 0; i < SIZE; i++) {
                boolean genuine = random.nextBoolean();
                pairs.add(new Pair("a" + i, "b" + i, genuine, 1 + i * 5 / SIZE));
                scores[i] = Math.round(20 * (random.nextGaussian() * 0.3 + (genuine ? 0.4 : 0))) / 20.0;
            }
            return new Sample(scores, pairs);
        }
    }

    private record Scored(double score, boolean genuine) {}

    private record Fold(int number, List<Scored> scored) {}

    private static Scored g(double score) {
        return new Scored(score, true);
    }

    private static Scored i(double score) {
        return new Scored(score, false);
    }

    private static Fold fold(int number, Scored... scored) {
        return new Fold(number, List.of(scored));
    }

    private static VerificationReport evaluate(Fold... folds) {
        List<Pair> pairs = new ArrayList<>();
        List<Double> scores = new ArrayList<>();
        for (Fold fold : folds) {
            for (Scored scored : fold.scored) {
                pairs.add(new Pair("a" + pairs.size(), "b" + pairs.size(), scored.genuine, fold.number));
                scores.add(scored.score);
            }
        }
        return LfwProtocol.evaluate(
                scores.stream().mapToDouble(Double::doubleValue).toArray(), pairs, NO_RATES);
    }
}
