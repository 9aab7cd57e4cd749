package dev.facewright.ml.train;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.Preprocessing;
import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.graph.Weights;
import dev.facewright.ml.train.Trainer.TrainingResult.Completed;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A run in a process that may have only so much memory: says each setback and how it ended.
final class MemoryLimitedRun {
    private static final int RLIMIT_AS = 9;
    private static final long NO_LIMIT = -1;
    private static final int CHANNELS = 64;
    private static final int BATCH = 32;

    /// Not enough for all of a batch at once: after each operation it has 103 MB.
    private static final long HEADROOM = 200L << 20;

    private MemoryLimitedRun() {}

    /// Argument: `supervised` or `simclr`.
    public static void main(String... arguments) throws Throwable {
        ObjectiveRecipe objective = arguments[0].equals("simclr")
                ? ObjectiveRecipe.of(ObjectiveRecipe.Kind.SIMCLR)
                : ObjectiveRecipe.SUPERVISED;
        train(ObjectiveRecipe.SUPERVISED, BATCH / 2, TrainingObserver.NONE); // what the engine takes for good
        limit(addressSpace() + HEADROOM);
        List<Setback> setbacks = new ArrayList<>();
        try {
            FaceModel model = train(objective, 1, new TrainingObserver() {
                @Override
                public void onSetback(Setback setback) {
                    setbacks.add(setback);
                    System.out.println(setback);
                }
            });
            Setback.OutOfMemory last = (Setback.OutOfMemory) setbacks.getLast();
            limit(NO_LIMIT);
            FaceModel inParts = train(objective, last.parts(), TrainingObserver.NONE);
            System.out.println(last.imagesAtOnce() * last.parts()
                    + " images a step, the same bits as a run in such parts: " + model.equals(inParts));
        } catch (TrainingOutOfMemory failed) {
            System.out.println(failed.getMessage());
        }
    }

    private static long addressSpace() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmSize:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst()
                .orElseThrow();
    }

    private static FaceModel train(ObjectiveRecipe objective, int parts, TrainingObserver observer) {
        Recipe plain = TinyFaces.recipe(2, 1, TinyFaces.SCHEDULE, 0);
        Recipe recipe = TinyFaces.stepping(
                plain, objective, BATCH / parts, plain.optimiser().accumulating(parts), plain.precision());
        var crops = TinyFaces.of(4, BATCH / 4);
        var result = new Trainer().train(recipe, crops, wide(), null, observer, StopSignal.NEVER);
        return ((Completed) result).model();
    }

    /// Few weights and many activations: 3.2 MB an image after each operation.
    private static FaceModel wide() {
        Map<String, Tensor> weights = new LinkedHashMap<>();
        weights.put("conv.w", Tensor.filled(0.01f, CHANNELS, 3, 1, 1));
        weights.put("slopes", Tensor.filled(0.25f, CHANNELS));
        weights.put("narrow.w", TinyFaces.gaussian(4, CHANNELS, 16, 16));
        weights.put("linear.w", TinyFaces.gaussian(16, 4 * 7 * 7));
        List<Op> ops = List.of(
                new Op.Conv2d("conv", "x", "conv.w", null, 1, 0, 1),
                new Op.PRelu("active", "conv", "slopes"),
                new Op.Conv2d("narrow", "active", "narrow.w", null, 16, 0, 1),
                new Op.Flatten("flat", "narrow"),
                new Op.Linear("y", "flat", "linear.w", null));
        return new FaceModel(new Network("wide", "x", 3, 112, ops, "y"), Weights.of(weights), Preprocessing.ARCFACE);
    }

    /// @param bytes  of address space, or `NO_LIMIT` for as much as whoever started the process allows
    private static void limit(long bytes) throws Throwable {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment limits = arena.allocate(ValueLayout.JAVA_LONG, 2);
            limits("getrlimit", limits);
            long most = limits.getAtIndex(ValueLayout.JAVA_LONG, 1);
            limits.setAtIndex(ValueLayout.JAVA_LONG, 0, bytes == NO_LIMIT ? most : bytes);
            limits("setrlimit", limits);
        }
    }

    @SuppressWarnings("restricted") // calls into the C library
    private static void limits(String function, MemorySegment limits) throws Throwable {
        Linker linker = Linker.nativeLinker();
        var call = linker.downcallHandle(
                linker.defaultLookup().findOrThrow(function),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
        if ((int) call.invokeExact(RLIMIT_AS, limits) != 0) {
            throw new IOException(function + " failed");
        }
    }
}
