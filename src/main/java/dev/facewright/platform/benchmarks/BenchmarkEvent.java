package dev.facewright.platform.benchmarks;

import dev.facewright.platform.kernel.AuditFacts;
import dev.facewright.platform.kernel.DomainEvent;
import dev.facewright.platform.kernel.Fact;

/// What happens to benchmarks. The log knows them by the name of the module they first stood in.
public sealed interface BenchmarkEvent extends DomainEvent {
    /// Somebody began to hand in a benchmark; its archive is still being received.
    record UploadBegun(BenchmarkId benchmark, LegalBasis legalBasis) implements BenchmarkEvent {}

    /// A benchmark was uploaded; its images are yet to be aligned.
    record Added(BenchmarkId benchmark, LegalBasis legalBasis, int pairs, int images) implements BenchmarkEvent {}

    /// Nothing more is done for the benchmark, until somebody deletes it.
    sealed interface Ended extends BenchmarkEvent {}

    /// Every image of a benchmark is aligned and stored: it can be scored on.
    record Ingested(BenchmarkId benchmark, int images, int imagesWithoutFace) implements Ended {}

    /// A benchmark could not be ingested; nothing of its archive is kept.
    record Refused(BenchmarkId benchmark) implements Ended {}

    /// The images of a benchmark and the key they were encrypted with are destroyed.
    record Deleted(BenchmarkId benchmark) implements BenchmarkEvent {}

    BenchmarkId benchmark();

    @Override
    default AuditFacts facts() {
        return switch (this) {
            case UploadBegun begun -> told("upload-begun", basis(begun.legalBasis()));
            case Added added ->
                told(
                        "added",
                        basis(added.legalBasis()),
                        Fact.count("pairs", added.pairs()),
                        Fact.count("images", added.images()));
            case Ingested ingested ->
                told(
                        "ingested",
                        Fact.count("images", ingested.images()),
                        Fact.count("imagesWithoutFace", ingested.imagesWithoutFace()));
            case Refused _ -> told("refused");
            case Deleted _ -> told("deleted");
        };
    }

    private AuditFacts told(String what, Fact... more) {
        return AuditFacts.of("evaluation.benchmark-" + what, Fact.id("benchmark", benchmark()))
                .with(more);
    }

    private static Fact basis(LegalBasis basis) {
        return Fact.word("legalBasis", basis);
    }
}
