package dev.facewright.ml.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// A TorchScript method in native memory, which names no device: it runs where its arguments are. Closed with the
/// manager that it was loaded into.
final class NativeProgram {
    private final PtSymbolBlock block;

    private NativeProgram(PtSymbolBlock block) {
        this.block = block;
    }

    /// @throws ai.djl.engine.EngineException if PyTorch does not understand the source
    static NativeProgram load(PtNDManager manager, String forward) {
        try (var archive = new ByteArrayInputStream(ScriptArchive.of(forward))) {
            return new NativeProgram(JniUtils.loadModule(manager, archive, false, false));
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory cannot fail to be read", impossible);
        }
    }

    /// Arrays named `x[]` are passed together as one list. The result belongs to the first array's manager.
    NDArray run(List<NDArray> arguments) {
        return all(arguments).singletonOrThrow();
    }

    /// The same, of a program that gives a list.
    List<NDArray> runList(List<NDArray> arguments) {
        return all(arguments);
    }

    private NDList all(List<NDArray> arguments) {
        // The optimising executor rewrites a program after its first runs, and with it the roundings: no exact resume.
        JniUtils.setGraphExecutorOptimize(false);
        return IValueUtils.forward(block, new NDList(arguments), true);
    }
}
