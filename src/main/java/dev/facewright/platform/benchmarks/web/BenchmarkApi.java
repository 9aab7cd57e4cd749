package dev.facewright.platform.benchmarks.web;

import dev.facewright.platform.benchmarks.BenchmarkId;
import dev.facewright.platform.benchmarks.BenchmarkView;
import dev.facewright.platform.benchmarks.Benchmarks;
import dev.facewright.platform.benchmarks.NewBenchmark;
import dev.facewright.platform.kernel.PageView;
import dev.facewright.platform.kernel.web.SmallFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/benchmarks")
@Tag(name = "Benchmarks", description = "Test material, held apart from everything a model can be trained on")
class BenchmarkApi {
    private final Benchmarks benchmarks;

    BenchmarkApi(Benchmarks benchmarks) {
        this.benchmarks = benchmarks;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Upload a benchmark",
            description =
                    "An archive (zip, tar, tar.gz) of person/person_0001.jpg and an LFW pairs file. Only images that"
                            + " the pairs name are kept. Aligned by a job: follow `status` until it is READY.")
    ResponseEntity<BenchmarkView> upload(
            @Valid @ModelAttribute NewBenchmark benchmark,
            @RequestPart("archive") MultipartFile archive,
            @RequestPart("pairs") MultipartFile pairs)
            throws IOException {
        try (InputStream in = archive.getInputStream()) {
            BenchmarkId id =
                    benchmarks.upload(benchmark, in, new String(SmallFile.bytes(pairs), StandardCharsets.UTF_8));
            return ResponseEntity.created(URI.create("/api/v1/benchmarks/" + id))
                    .body(benchmarks.get(id));
        }
    }

    @GetMapping
    @Operation(summary = "List benchmarks, newest first")
    PageView<BenchmarkView> list(
            @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
        return benchmarks.list(page, size);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Look at a benchmark")
    BenchmarkView get(@PathVariable BenchmarkId id) {
        return benchmarks.get(id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Destroy the images of a benchmark and their key",
            description = "Reports on it stay: numbers only.")
    void delete(@PathVariable BenchmarkId id) {
        benchmarks.delete(id);
    }
}
