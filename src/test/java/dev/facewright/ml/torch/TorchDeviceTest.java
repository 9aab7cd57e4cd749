package dev.facewright.ml.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.facewright.ml.torch.TorchDevice.Kind;
import dev.facewright.ml.torch.settings.PrecisionSettings.Type;
import dev.facewright.ml.torch.text.Arithmetic;
import java.util.List;
import org.junit.jupiter.api.Test;

class TorchDeviceTest {
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
        assertThat(arithmetic(Type.BF16, Kind.CPU)).isEqualTo(new Arithmetic(15, 6));
        assertThat(arithmetic(Type.BF16, Kind.CUDA)).isEqualTo(new Arithmetic(15, 15));
        assertThat(arithmetic(Type.FP16, Kind.CUDA)).isEqualTo(new Arithmetic(5, 5));
        assertThat(arithmetic(Type.FP32, Kind.CUDA)).isEqualTo(Arithmetic.FULL);
    }

    private static Arithmetic arithmetic(Type type, Kind device) {
        return Arithmetic.of(type, device.multipliesShort());
    }

    @Test
    void aProcessWithoutCudaHasNoGpu() {
        assumeThat(TorchEngine.versions(TrainingDevices.CPU).get("native")).startsWith("cpu-");
        assertThat(TorchEngine.gpus()).isZero();
    }
}
