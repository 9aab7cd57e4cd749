package dev.facewright.platform.kernel;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What is configured for the server as a whole.
///
/// @param data  folder of the embedded stores
@ConfigurationProperties("facewright")
public record ServerSettings(
        @DefaultValue("all") ServerRole role,
        @DefaultValue("./data") Path data) {}
