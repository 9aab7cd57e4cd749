package dev.facewright.platform.benchmarks;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param threads  that the alignment of one benchmark may keep busy
@Validated
@ConfigurationProperties("facewright.benchmarks")
record BenchmarkSettings(@Min(1) @DefaultValue("2") int threads) {}
