package dev.facewright.ml.torch.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.ml.graph.Network;
import dev.facewright.ml.head.AdaFace;
import dev.facewright.ml.head.MoCo;
import dev.facewright.ml.head.Objective;
import dev.facewright.ml.head.PartialFc;
import dev.facewright.ml.head.SimClr;
import dev.facewright.ml.torch.Descent;
import dev.facewright.ml.torch.TinyNetworks;
import dev.facewright.ml.torch.settings.OptimiserSettings;
import dev.facewright.ml.torch.settings.OptimiserSettings.Rule;
import dev.facewright.ml.torch.settings.PrecisionSettings;
import dev.facewright.ml.torch.settings.PrecisionSettings.Type;
import dev.facewright.ml.torch.settings.TrainingSettings;
import dev.facewright.ml.torch.step.TrainingScript.Differentiation;
import dev.facewright.ml.torch.text.Arithmetic;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Nothing in a script says on which device it runs.
class AnyDeviceTest {
    /// What makes a tensor on the processor unless it is told otherwise, and what draws numbers that differ by device.
    private static final Pattern BOUND_TO_A_DEVICE = Pattern.compile(
            "torch\\.(arange|zeros|ones|full|empty|eye|linspace|tensor|device|rand\\w*|normal\\w*|bernoulli\\w*"
                    + "|uniform\\w*|dropout\\w*)\\(");
    /// Brought to where another tensor is.
    private static final Pattern MOVED = Pattern.compile("torch\\.to\\(torch\\.arange\\(\\d+\\), \\w+, ");

    static Stream<Objective> objectives() {
        return Stream.of(
                Descent.HEAD,
                new PartialFc(Descent.HEAD, 0.5, 1),
                new AdaFace(3, 8, 0.4, 0.333),
                new SimClr(0.5, 4),
                new MoCo(0.2, 4, 16, 0.9));
    }

    @ParameterizedTest
    @MethodSource("objectives")
    void aScriptRunsWhereItsArgumentsAre(Objective objective) {
        Network network = TinyNetworks.withEveryOperation().network();
        for (TrainingSettings settings : settings()) {
            for (Differentiation by : Differentiation.values()) {
                String source = TrainingScript.of(new StepPlan(network, objective, settings, by, arithmetic(settings)))
                        .source();
                assertThat(MOVED.matcher(source).replaceAll("")).doesNotContainPattern(BOUND_TO_A_DEVICE);
            }
        }
    }

    /// Of a GPU.
    private static Arithmetic arithmetic(TrainingSettings settings) {
        return Arithmetic.of(settings.precision().type(), true);
    }

    private static List<TrainingSettings> settings() {
        List<TrainingSettings> settings = new ArrayList<>();
        for (Rule rule : List.of(new Rule.Sgd(0.9), new Rule.AdamW(0.9, 0.999, 1e-8))) {
            OptimiserSettings optimiser = new OptimiserSettings(rule, 0.1, 1, 1, 0.9);
            settings.add(Descent.full(optimiser));
            settings.add(new TrainingSettings(optimiser, new PrecisionSettings(Type.FP16, 2, 10, false)));
            settings.add(new TrainingSettings(optimiser, new PrecisionSettings(Type.BF16, 1, 10, true)));
        }
        return settings;
    }

    @Test
    void theScriptsOfSeveralDevicesRunWhereTheirArgumentsAre() {
        Network network = TinyNetworks.withEveryOperation().network();
        for (TrainingSettings settings : settings()) {
            ReplicaScripts scripts = ReplicaScripts.of(
                    new StepPlan(network, Descent.HEAD, settings, Differentiation.COMPILED, arithmetic(settings)));
            assertThat(scripts.part() + scripts.update()).doesNotContainPattern(BOUND_TO_A_DEVICE);
        }
        assertThat(ReplicaScripts.ADD + ReplicaScripts.FOLLOW + ReplicaScripts.COPY)
                .doesNotContainPattern(BOUND_TO_A_DEVICE);
    }
}
