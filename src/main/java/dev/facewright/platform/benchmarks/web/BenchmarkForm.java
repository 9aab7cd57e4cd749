package dev.facewright.platform.benchmarks.web;

import dev.facewright.platform.benchmarks.LegalBasis;
import dev.facewright.platform.benchmarks.NewBenchmark;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/// What a person fills in to upload a benchmark.
record BenchmarkForm(
        @NotBlank @Size(max = 120) @Nullable String name,
        @NotNull @Nullable LegalBasis legalBasis,
        @NotBlank @Size(max = 2000) @Nullable String legalBasisNote,
        @NotBlank @Size(max = 2000) @Nullable String source,
        @NotBlank @Size(max = 20_000) @Nullable String licence,
        @Nullable MultipartFile archive,
        @Nullable MultipartFile pairs) {
    static final BenchmarkForm EMPTY = new BenchmarkForm(null, null, null, null, null, null, null);

    static boolean missing(@Nullable MultipartFile file) {
        return file == null || file.isEmpty();
    }

    NewBenchmark described() {
        return new NewBenchmark(
                Objects.requireNonNull(name),
                Objects.requireNonNull(legalBasis),
                Objects.requireNonNull(legalBasisNote),
                Objects.requireNonNull(source),
                Objects.requireNonNull(licence));
    }
}
