package dev.facewright.ml.synth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.ml.image.FaceAligner;
import dev.facewright.ml.image.RgbImage;
import dev.facewright.ml.synth.Scene.Light;
import dev.facewright.ml.synth.Scene.Pose;
import dev.facewright.ml.synth.SyntheticIdentity.Hair;
import dev.facewright.ml.synth.SyntheticIdentity.HeadShape;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RandomPeopleTest {
    private static final List<SyntheticIdentity> PEOPLE =
            LongStream.range(0, 400).mapToObj(SyntheticIdentity::of).toList();

    @Test
    void theSameSeedIsTheSamePersonAndEachOtherSeedAnother() {
        assertThat(SyntheticIdentity.of(41)).isEqualTo(PEOPLE.get(41));
        assertThat(new HashSet<>(PEOPLE)).hasSameSizeAs(PEOPLE);
        assertThat(PEOPLE.stream().map(SyntheticIdentity::head).distinct()).hasSameSizeAs(PEOPLE);
        assertThat(PEOPLE.stream().map(SyntheticIdentity::nose).distinct()).hasSameSizeAs(PEOPLE);
    }

    @Test
    void shapesStayWithinWhatHeadsHave() {
        for (SyntheticIdentity person : PEOPLE) {
            HeadShape head = person.head();
            assertThat(head.cheekWidth()).isBetween(0.64, 0.78);
            assertThat(head.jawWidth() / head.cheekWidth()).isBetween(0.70, 0.94);
            assertThat(person.eyes().spacing() - person.eyes().halfWidth())
                    .as("between the eyes")
                    .isPositive();
            assertThat(person.eyes().spacing() + person.eyes().halfWidth()).isLessThan(head.templeWidth());
            assertThat(person.mouth().halfWidth()).isBetween(0.18, 0.29);
            FaceLayout face = new FaceLayout(person, Scene.Expression.NEUTRAL);
            assertThat(face.browMiddle(0)).as("brow over eye").isGreaterThan(face.upperLid(0));
            assertThat(face.noseBaseY).as("nose over mouth").isGreaterThan(face.upperLip(0));
            assertThat(face.lowerLip(0)).as("mouth over chin").isGreaterThan(face.profile.chin());
        }
    }

    @Test
    void skinRunsFromLightToDarkAndHairAndFrecklesGoWithIt() {
        double[] lightness = PEOPLE.stream()
                .mapToDouble(person -> person.complexion().skin().green())
                .sorted()
                .toArray();

        assertThat(lightness[lightness.length - 1]).isGreaterThan(8 * lightness[0]);
        assertThat(PEOPLE)
                .filteredOn(person -> person.complexion().freckles() > 0)
                .isNotEmpty()
                .allMatch(person -> person.complexion().skin().green() > lightness[150]);
    }

    @Test
    void everyStyleOfHairIsWornAndBeardsOnlyWithShortOnes() {
        Set<Hair.Style> styles = new HashSet<>();
        PEOPLE.forEach(person -> styles.add(person.hair().style()));

        assertThat(styles).containsExactlyInAnyOrder(Hair.Style.values());
        assertThat(PEOPLE)
                .filteredOn(person -> person.hair().beard() > 0)
                .isNotEmpty()
                .allMatch(person -> person.hair().style().ordinal() < Hair.Style.BOB.ordinal());
    }

    /// The middle of the face from two sides, in other light, with other clothes and noise. Its mean level is taken
    /// out, so
    /// that shape has to tell people apart and not the colour of their skin alone.
    @Test
    void twoPicturesOfAPersonAreMoreAlikeThanPicturesOfTwoPeople() {
        List<double[]> first = IntStream.range(0, 12)
                .mapToObj(id -> face(id, 5, -33, 100 + id))
                .toList();
        List<double[]> second = IntStream.range(0, 12)
                .mapToObj(id -> face(id, -5, -8, 200 + id))
                .toList();
        double same = 0;
        double others = 0;
        for (int person = 0; person < 12; person++) {
            double[] probe = second.get(person);
            double[] distances =
                    first.stream().mapToDouble(face -> distance(probe, face)).toArray();
            assertThat(distances[person])
                    .as("person %d", person)
                    .isEqualTo(DoubleStream.of(distances).min().orElseThrow());
            same += distances[person];
            others += (DoubleStream.of(distances).sum() - distances[person]) / 11;
        }
        assertThat(same).isLessThan(0.7 * others);
    }

    private static double[] face(long person, double yaw, double azimuth, long backdrop) {
        Scene scene = Scene.frontal(backdrop)
                .withPose(new Pose(yaw, 0, yaw / 2))
                .withLight(new Light(azimuth, 30, 0.8, 0.32, 0))
                .withNoise(3);
        SyntheticFace rendered = SyntheticFace.render(SyntheticIdentity.of(person), scene, 112);
        RgbImage crop = FaceAligner.align(rendered.image(), rendered.landmarks5());
        double[] middle = new double[52 * 52];
        for (int i = 0; i < middle.length; i++) {
            middle[i] = crop.at(30 + i % 52, 30 + i / 52, 1);
        }
        double mean = DoubleStream.of(middle).average().orElseThrow();
        return DoubleStream.of(middle).map(level -> level - mean).toArray();
    }

    private static double distance(double[] first, double[] second) {
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += Curve.square(first[i] - second[i]);
        }
        return sum;
    }
}
