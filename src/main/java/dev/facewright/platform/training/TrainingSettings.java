package dev.facewright.platform.training;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// @param cropCache  memory for crops that were already fetched and decrypted; about 37 kB each
/// @param consentCheck  how often a run asks whether everyone in its data still consents, besides hearing of it
/// @param importLimit  the largest model file that can be brought in
@Validated
@ConfigurationProperties("facewright.training")
public record TrainingSettings(
        @NotNull @DefaultValue("512MB") DataSize cropCache,
        @NotNull @DefaultValue("1s") Duration consentCheck,
        @NotNull @DefaultValue("512MB") DataSize importLimit) {}
