package dev.facewright.platform.jobs;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param threads  jobs of the general lane at a time in this process
/// @param polling  how often to look for due work; what this process submits itself is taken at once
/// @param heartbeat  how often a running job says that it lives
/// @param missedHeartbeats  after so many a job counts as dead and is given to another; at least 4
/// @param attempts  how often a job may fail unexpectedly before it counts as failed
/// @param crashes  how often a job may take its process down with it before it counts as failed
/// @param retryDelay  before the first retry; doubled at each further one
/// @param shutdownWait  how long running jobs have to put themselves away
@Validated
@ConfigurationProperties("facewright.jobs")
record JobSettings(
        @Min(1) @DefaultValue("2") int threads,
        @NotNull @DefaultValue("1s") Duration polling,
        @NotNull @DefaultValue("2s") Duration heartbeat,
        @Min(4) @DefaultValue("4") int missedHeartbeats,
        @Min(1) @DefaultValue("3") int attempts,
        @Min(1) @DefaultValue("10") int crashes,
        @NotNull @DefaultValue("5s") Duration retryDelay,
        @NotNull @DefaultValue("15s") Duration shutdownWait) {}
