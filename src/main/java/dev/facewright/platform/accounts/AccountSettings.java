package dev.facewright.platform.accounts;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// @param initialPassword  of the first account; generated where there is none
@ConfigurationProperties("facewright.accounts")
record AccountSettings(@Nullable String initialPassword) {
    @Override
    public String toString() {
        return "AccountSettings[...]";
    }
}
