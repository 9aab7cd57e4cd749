package dev.facewright.platform.evaluation;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.FaceModelFile;
import dev.facewright.ml.verify.CosineSimilarity;
import dev.facewright.ml.verify.LfwProtocol;
import dev.facewright.ml.verify.Pair;
import dev.facewright.ml.verify.VerificationReport;
import dev.facewright.platform.benchmarks.BenchmarkImages;
import dev.facewright.platform.benchmarks.Benchmarks;
import dev.facewright.platform.evaluation.EvaluationProblem.EmbeddingsNotComparable;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.ModelVersionId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/// Scores a model on every pair of a benchmark and writes the report.
@Component
class BenchmarkScoring {
    private final EvaluationRecords records;
    private final Benchmarks benchmarks;
    private final ModelRegistry models;
    private final ScoreFiles scoreFiles;
    private final EvaluationSettings settings;

    BenchmarkScoring(
            EvaluationRecords records,
            Benchmarks benchmarks,
            ModelRegistry models,
            ScoreFiles scoreFiles,
            EvaluationSettings settings) {
        this.records = records;
        this.benchmarks = benchmarks;
        this.models = models;
        this.scoreFiles = scoreFiles;
        this.settings = settings;
    }

    /// @param stop  asked once a block of crops
    /// @return false if it was stopped
    /// @throws dev.facewright.platform.models.ModelProblem.ModelQuarantined if the model is, before or after
    /// @throws EmbeddingsNotComparable if the network answers with zeros or non-finite numbers
    boolean score(EvaluationRecords.Work work, BooleanSupplier stop) {
        long begun = System.nanoTime();
        FaceModel model = load(work.model());
        BenchmarkImages images = benchmarks.open(work.benchmark());
        float[][] embeddings = new float[images.count()][];
        if (!embed(model, work, images, embeddings, stop)) {
            return false;
        }
        double[] scores = scores(images.pairs(), embeddings);
        VerificationReport figures =
                LfwProtocol.evaluate(scores, images.pairs(), work.options().falseAcceptRates());
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        Report report =
                Figures.report(figures, benchmarks.get(work.benchmark()), work.options(), images.pairs(), scores, took);
        requireUsable(work);
        scoreFiles.put(work.id(), images.pairs(), scores);
        records.succeeded(work.id(), report);
        return true;
    }

    private FaceModel load(ModelVersionId id) {
        try {
            return FaceModelFile.read(new ByteArrayInputStream(models.load(id)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean embed(
            FaceModel model,
            EvaluationRecords.Work work,
            BenchmarkImages images,
            float[][] embeddings,
            BooleanSupplier stop) {
        try (CropEmbedding network =
                CropEmbedding.open(model, settings, work.options().flipSum())) {
            int done = 0;
            for (int block = 0; block < images.blocks(); block++) {
                if (stop.getAsBoolean()) {
                    return false;
                }
                byte[] crops = images.block(block);
                int count = images.countIn(block);
                network.embed(crops, count, embeddings, done, () -> requireUsable(work));
                done += count;
                records.progressed(work.id(), done);
            }
        }
        return true;
    }

    /// The weights and the crops in memory rest on consents, which may end while they are used.
    private void requireUsable(EvaluationRecords.Work work) {
        models.requireUsable(work.model());
        benchmarks.requireReady(work.benchmark());
    }

    private static double[] scores(List<Pair> pairs, float[][] embeddings) {
        try {
            return pairs.stream()
                    .mapToDouble(pair -> CosineSimilarity.of(
                            embeddings[Integer.parseInt(pair.first())], embeddings[Integer.parseInt(pair.second())]))
                    .toArray();
        } catch (IllegalArgumentException e) {
            throw new EmbeddingsNotComparable();
        }
    }
}
