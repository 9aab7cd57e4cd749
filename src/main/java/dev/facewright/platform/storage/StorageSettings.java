package dev.facewright.platform.storage;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Where the object store is and how keys are kept.
///
/// @param endpoint  the store's address, such as `https://s3.example.org`
/// @param bucket  created at start if it is missing
/// @param keyEncryptionKey  32 bytes in base64 that become the first generation of keys; of no use afterwards
@Validated
@ConfigurationProperties("facewright.storage")
record StorageSettings(
        @NotBlank String endpoint,
        @NotBlank String accessKey,
        @NotBlank String secretKey,
        @DefaultValue("facewright") String bucket,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("60s") Duration readTimeout,
        @Nullable String keyEncryptionKey) {
    @Override
    public String toString() {
        return "StorageSettings[" + endpoint + ", " + bucket + "]";
    }
}
