package dev.facewright.platform.statuslist;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long devices may rely on a list.
///
/// @param ttl  after that a newer one is to be had; what lies between keeps a list no longer
/// @param validity  after that a list says nothing any more, to whoever goes on with a stale one
@ConfigurationProperties("facewright.status-list")
public record StatusListSettings(
        @DefaultValue("60s") Duration ttl,
        @DefaultValue("7d") Duration validity) {
    private static final Duration SHORTEST = Duration.ofSeconds(2);

    public StatusListSettings {
        if (ttl.compareTo(SHORTEST) < 0 || validity.compareTo(ttl) < 0) {
            throw new IllegalArgumentException(
                    "facewright.status-list.ttl must be 2s or more, and validity no shorter than it");
        }
    }
}
