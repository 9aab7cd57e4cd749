package dev.facewright.platform.training;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// @param cropCache  memory for crops that were already fetched and decrypted; about 37 kB each
/// @param consentCheck  how old the answer may be that everyone in a run's data still consents when a crop is
///     read from memory; a crop that is fetched is asked about each time
/// @param importLimit  the largest model file that can be brought in
@Validated
@ConfigurationProperties("facewright.training")
public record TrainingSettings(
        @NotNull @DefaultValue("512MB") DataSize cropCache,

        @NotNull @DurationMax(seconds = 5) @DefaultValue("1s")
        Duration consentCheck,

        @NotNull @DefaultValue("512MB") DataSize importLimit) {}
