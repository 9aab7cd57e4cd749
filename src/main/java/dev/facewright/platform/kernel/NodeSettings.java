package dev.facewright.platform.kernel;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How processes hear of each other. Each says every second that it lives.
///
/// @param silence  after so long a process counts as dead, and others deliver the events it owes
@Validated
@ConfigurationProperties("facewright.nodes")
record NodeSettings(@NotNull @DefaultValue("6s") Duration silence) {}
