package dev.facewright.platform.sweep;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param firstAfter  how long after its start a process sweeps for the first time
/// @param interval  between two sweeps of one process; they take turns
/// @param grace  what is younger is never swept, by the clocks of the store and of this server
@Validated
@ConfigurationProperties("facewright.sweep")
public record SweepSettings(
        @DefaultValue("20s") @NotNull Duration firstAfter,
        @DefaultValue("1h") @DurationMin(minutes = 1) Duration interval,
        @DefaultValue("1h") @DurationMin(minutes = 1) Duration grace) {}
