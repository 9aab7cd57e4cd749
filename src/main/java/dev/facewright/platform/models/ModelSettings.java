package dev.facewright.platform.models;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param quarantinePeriod  how long the weights and bundles of a quarantined model are kept before they are destroyed
@Validated
@ConfigurationProperties("facewright.models")
record ModelSettings(@DefaultValue("30d") @DurationMin Duration quarantinePeriod) {}
