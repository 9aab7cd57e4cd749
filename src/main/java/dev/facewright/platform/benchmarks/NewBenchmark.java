package dev.facewright.platform.benchmarks;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/// What is recorded about a benchmark before one image of it is stored.
///
/// @param name  unique, such as `LFW View 2`
/// @param legalBasisNote  how the legal basis applies here: the agreement, the approval, the law
/// @param source  where the images come from: a citation or an address
/// @param licence  the licence or terms they were received under
public record NewBenchmark(
        @NotBlank @Size(max = 120) String name,
        @NotNull LegalBasis legalBasis,
        @NotBlank @Size(max = 2000) String legalBasisNote,
        @NotBlank @Size(max = 2000) String source,
        @NotBlank @Size(max = 20_000) String licence) {}
