package dev.facewright.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/// Every benchmark by its name: `./mvnw -Pbench` runs them all, `-Dbench=NAME` one. Figures are of the machine
/// they ran on, so what counts is the ratio in the last columns.
public final class Benchmarks {
    private interface Benchmark {
        void run() throws Exception;
    }

    private static final Map<String, Benchmark> ALL = new LinkedHashMap<>();

    static {
        ALL.put("training-step", TrainingStepBench::main);
        ALL.put("partial-fc", PartialFcBench::main);
        ALL.put("convergence", ConvergenceBench::main);
        ALL.put("pretraining", PretrainingBench::main);
        ALL.put("precision", PrecisionBench::main);
        ALL.put("align", () -> AlignBench.main(new String[0]));
        ALL.put("upload", () -> UploadBench.main(new String[0]));
        ALL.put("erasure", () -> ErasureBench.main(new String[0]));
        ALL.put("million", () -> MillionBench.main(new String[0]));
        ALL.put("onnx", () -> OnnxLatencyBench.main(new String[0]));
    }

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        String wanted = arguments.length == 0 ? "all" : arguments[0];
        if (!wanted.equals("all") && !ALL.containsKey(wanted)) {
            throw new IllegalArgumentException("No benchmark " + wanted + "; there are " + ALL.keySet());
        }
        for (var benchmark : ALL.entrySet()) {
            if (wanted.equals("all") || wanted.equals(benchmark.getKey())) {
                System.out.println("## " + benchmark.getKey());
                benchmark.getValue().run();
            }
        }
        // the embedded stores of a server stop with the process, and their threads would keep it
        System.exit(0);
    }
}
