package dev.facewright.platform.training.web;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Figures as people read them.
final class Numbers {
    private static final String NONE = "–";
    private static final int WHOLE = 100;
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final double MEGABYTE = 1024.0 * 1024;

    private Numbers() {}

    /// `1` and not `1.0`, `0.00001` and not `1.0E-5`: what a form can take back.
    static String plain(JsonNode value) {
        return value.isNumber()
                ? new BigDecimal(value.asString()).stripTrailingZeros().toPlainString()
                : value.asString();
    }

    /// Three figures are as many as anyone chooses.
    static String rate(@Nullable Double value) {
        return value == null ? NONE : String.format(Locale.ROOT, "%.3g", value);
    }

    static String significant(@Nullable Double value) {
        return value == null ? NONE : String.format(Locale.ROOT, "%.4g", value);
    }

    static String oneDecimal(@Nullable Double value) {
        return value == null ? NONE : String.format(Locale.ROOT, "%.1f", value);
    }

    static String percent(@Nullable Double share) {
        return share == null ? NONE : String.format(Locale.ROOT, "%.1f %%", share * WHOLE);
    }

    static String megabytes(@Nullable Long bytes) {
        return bytes == null || bytes == 0 ? NONE : String.format(Locale.ROOT, "%.0f MiB", bytes / MEGABYTE);
    }

    /// `2:05:09`, or `5:09` below an hour.
    static String duration(@Nullable Long seconds) {
        if (seconds == null) {
            return NONE;
        }
        return seconds >= HOUR
                ? String.format(Locale.ROOT, "%d:%02d:%02d", seconds / HOUR, seconds % HOUR / MINUTE, seconds % MINUTE)
                : String.format(Locale.ROOT, "%d:%02d", seconds / MINUTE, seconds % MINUTE);
    }
}
