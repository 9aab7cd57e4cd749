package dev.facewright.ml.torch.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.head.ArcFace;
import dev.facewright.ml.head.SimClr;
import dev.facewright.ml.torch.ReferenceNetwork;
import dev.facewright.ml.torch.StepResult;
import dev.facewright.ml.torch.TinyNetworks;
import dev.facewright.ml.torch.TrainingProgram;
import dev.facewright.ml.torch.TrainingState;
import org.junit.jupiter.api.Test;

class SimClrProgramTest {
    private static final long[] PAIR = new long[2];
    private static final SimClr HALF = new SimClr(0.5, 2);

    /// The views of an image are alike and those of the two are at a right angle, so each view has the logits
    /// 1 / 0.5 once and 0 twice.
    @Test
    void twoPairsThatAreToldApartLoseLn1Plus2OverESquared() {
        StepResult result = pixels(new double[] {3, 0}, new double[] {0, 2}, new double[] {1, 0}, new double[] {0, 7});

        assertThat(result.loss()).isCloseTo(Math.log(1 + 2 * Math.exp(-2)), within(1e-6));
        assertThat(result.hits()).isEqualTo(2);
    }

    /// Views a = (1, 0), b = (0, 1), a' = (0.6, 0.8), b' = (1, 0). Cosines: a b 0, a a' 0.6, a b' 1, b a' 0.8,
    /// b b' 0, a' b' 0.6; each doubled by the temperature.
    @Test
    void aHandWorkedLossOfTwoPairsThatAreMixedUp() {
        StepResult result =
                pixels(new double[] {1, 0}, new double[] {0, 1}, new double[] {0.6, 0.8}, new double[] {1, 0});

        double a = -1.2 + Math.log(Math.exp(0) + Math.exp(1.2) + Math.exp(2));
        double b = 0 + Math.log(Math.exp(0) + Math.exp(1.6) + Math.exp(0));
        double a2 = -1.2 + Math.log(Math.exp(1.2) + Math.exp(1.6) + Math.exp(1.2));
        double b2 = 0 + Math.log(Math.exp(2) + Math.exp(0) + Math.exp(1.2));
        assertThat(result.loss()).isCloseTo((a + b + a2 + b2) / 4, within(1e-6));
        assertThat(result.hits()).isZero();
    }

    private static StepResult pixels(double[]... views) {
        try (TrainingProgram program = TrainingProgram.open(
                TinyNetworks.withoutWeights().network(),
                HALF,
                TinyProjectors.PLAIN,
                TinyProjectors.passingFirstPixels(HALF))) {
            return program.step(TinyNetworks.buffer(TinyProjectors.images(views)), PAIR, 0);
        }
    }

    @Test
    void theGradientOfEveryWeightIsTheSlopeOfTheLoss() {
        FaceModel model = TinyNetworks.withEveryOperation();
        SimClr objective = new SimClr(0.3, 4);
        TrainingState start = TrainingState.fresh(model, objective, TinyProjectors.PLAIN, 11);
        double[][] views = TinyNetworks.images(6, 5);
        double rate = 0.01;
        try (TrainingProgram program = TrainingProgram.open(model.network(), objective, TinyProjectors.PLAIN, start)) {
            StepResult result = program.step(TinyNetworks.buffer(views), new long[3], rate);

            assertThat(result.loss()).isCloseTo(loss(model, start, views, 0.3), within(1e-5));
            SlopeCheck.everyParameter(start, program.state(), rate, () -> loss(model, start, views, 0.3));
        }
    }

    /// Equation 1 of the paper, view by view.
    private static double loss(FaceModel model, TrainingState state, double[][] views, double temperature) {
        double[][] projected = ReferenceNetwork.embed(TinyProjectors.learner(model, state), views, true);
        double sum = 0;
        for (int i = 0; i < projected.length; i++) {
            double others = 0;
            double partner = 0;
            for (int k = 0; k < projected.length; k++) {
                double logit = TinyProjectors.dot(TinyProjectors.unit(projected[i]), TinyProjectors.unit(projected[k]))
                        / temperature;
                others += k == i ? 0 : Math.exp(logit);
                partner = k == (i + projected.length / 2) % projected.length ? logit : partner;
            }
            sum += Math.log(others) - partner;
        }
        return sum / projected.length;
    }

    @Test
    void theSameStateAndStepsGiveTheSameBitsAgain() {
        FaceModel model = TinyNetworks.withEveryOperation();
        Resumption.isExact(model, new SimClr(0.3, 4));
    }

    @Test
    void aStateOfAHeadIsRefused() {
        FaceModel model = TinyNetworks.withEveryOperation();
        TrainingState supervised = TrainingState.fresh(model, new ArcFace(3, 8, 0.5), TinyProjectors.PLAIN, 1);

        assertThatThrownBy(() -> TrainingProgram.open(model.network(), HALF, TinyProjectors.PLAIN, supervised))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void oneViewAnImageIsRefused() {
        try (TrainingProgram program = TrainingProgram.open(
                TinyNetworks.withoutWeights().network(),
                HALF,
                TinyProjectors.PLAIN,
                TinyProjectors.passingFirstPixels(HALF))) {
            assertThatThrownBy(() -> program.step(TinyNetworks.buffer(TinyNetworks.images(2, 1)), PAIR, 0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("needs");
        }
    }

    @Test
    void aTemperatureOfZeroIsRefused() {
        assertThatThrownBy(() -> new SimClr(0, 128)).hasMessageContaining("temperature above 0");
        assertThatThrownBy(() -> new SimClr(0.1, 0)).hasMessageContaining("at least 1 dimension");
    }
}
