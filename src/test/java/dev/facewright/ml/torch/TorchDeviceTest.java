package dev.facewright.ml.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.facewright.ml.graph.Network;
import dev.facewright.ml.head.AdaFace;
import dev.facewright.ml.head.MoCo;
import dev.facewright.ml.head.Objective;
import dev.facewright.ml.head.PartialFc;
import dev.facewright.ml.head.SimClr;
import dev.facewright.ml.torch.OptimiserSettings.Rule;
import dev.facewright.ml.torch.PrecisionSettings.Type;
import dev.facewright.ml.torch.TorchDevice.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TorchDeviceTest {
    /// What makes a tensor on the processor unless it is told otherwise, and what draws numbers that differ by device.
    private static final Pattern BOUND_TO_A_DEVICE = Pattern.compile(
            "torch\\.(arange|zeros|ones|full|empty|eye|linspace|tensor|device|rand\\w*|normal\\w*|bernoulli\\w*"
                    + "|uniform\\w*|dropout\\w*)\\(");
    /// Brought to where another tensor is.
    private static final Pattern MOVED = Pattern.compile("torch\\.to\\(torch\\.arange\\(\\d+\\), \\w+, ");

    @Test
    void devicesAreNamedAsInPyTorch() {
        assertThat(TrainingDevices.CPU).hasToString("cpu");
        assertThat(TrainingDevices.cuda(1)).hasToString("cuda:0");
        assertThat(TrainingDevices.cuda(4)).hasToString("cuda:0-3");
        assertThat(new TrainingDevices(List.of(TorchDevice.CPU, TorchDevice.CPU)))
                .hasToString("cpu, cpu");
        assertThat(new TrainingDevices(List.of(TorchDevice.cuda(2), TorchDevice.cuda(0))))
                .hasToString("cuda:2, cuda:0");
        assertThat(TorchDevice.cuda(2).djl()).hasToString("gpu(2)");
        assertThatThrownBy(() -> TrainingDevices.cuda(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyAGpuMultipliesShortNumbers() {
        assertThat(Arithmetic.of(Type.BF16, Kind.CPU)).isEqualTo(new Arithmetic(15, 6));
        assertThat(Arithmetic.of(Type.BF16, Kind.CUDA)).isEqualTo(new Arithmetic(15, 15));
        assertThat(Arithmetic.of(Type.FP16, Kind.CUDA)).isEqualTo(new Arithmetic(5, 5));
        assertThat(Arithmetic.of(Type.FP32, Kind.CUDA)).isEqualTo(Arithmetic.FULL);
    }

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
                String source = TrainingScript.of(network, objective, settings, by, Kind.CUDA)
                        .source();
                assertThat(MOVED.matcher(source).replaceAll("")).doesNotContainPattern(BOUND_TO_A_DEVICE);
            }
        }
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
            ReplicaScripts scripts =
                    ReplicaScripts.of(network, Descent.HEAD, settings, Differentiation.COMPILED, Kind.CUDA);
            assertThat(scripts.part() + scripts.update()).doesNotContainPattern(BOUND_TO_A_DEVICE);
        }
        assertThat(ReplicaScripts.ADD + ReplicaScripts.FOLLOW + ReplicaScripts.COPY)
                .doesNotContainPattern(BOUND_TO_A_DEVICE);
    }

    @Test
    void aProcessWithoutCudaHasNoGpu() {
        assumeThat(TorchEngine.versions(TrainingDevices.CPU).get("native")).startsWith("cpu-");
        assertThat(TorchEngine.gpus()).isZero();
    }
}
