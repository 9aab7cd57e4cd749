package dev.facewright.platform.erasure;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Why something must not be destroyed. A word and no text: a text could name people.
public enum HoldReason {
    LITIGATION,
    AUTHORITY,
    AUDIT,
    DISPUTE;

    /// As it is stored and sent: `litigation`.
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<HoldReason> ofCode(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code().equals(code))
                .findFirst();
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(HoldReason::code).toList();
    }
}
