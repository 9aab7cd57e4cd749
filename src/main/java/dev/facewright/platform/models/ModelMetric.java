package dev.facewright.platform.models;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

/// A figure of a model.
///
/// @param value  in the unit of its quantity
public record ModelMetric(MetricId id, double value) implements Measured {
    public ModelMetric {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(id.name() + " must be a finite number, was " + value);
        }
    }

    public static ModelMetric of(Quantity quantity, Protocol protocol, double value) {
        return new ModelMetric(MetricId.of(quantity, protocol), value);
    }

    @JsonProperty
    public String name() {
        return id.name();
    }

    @Override
    @JsonProperty
    @Schema(implementation = String.class)
    public Protocol protocol() {
        return id.protocol();
    }
}
