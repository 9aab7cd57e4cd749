package dev.facewright.platform.models;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Which figure it is. A model has one value for each: measured again, the newer takes the older one's place.
///
/// @param at  where on its curve; null for what has none
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MetricId(Quantity quantity, @Nullable OperatingPoint at, Protocol protocol) {
    public static MetricId of(Quantity quantity, Protocol protocol) {
        return new MetricId(quantity, null, protocol);
    }

    /// A slug: `true-accept-rate-at-0.01`.
    public String name() {
        return at == null ? quantity.slug() : quantity.slug() + "-at-" + at.text();
    }
}
