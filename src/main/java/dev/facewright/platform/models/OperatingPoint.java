package dev.facewright.platform.models;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;

/// Where on its curve a quantity was read, for those that have one.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes(@JsonSubTypes.Type(value = OperatingPoint.FalseAcceptRate.class, name = "false-accept-rate"))
public sealed interface OperatingPoint {
    /// As it stands in a name: `0.001`.
    String text();

    /// @param rate  wanted, in (0, 1)
    record FalseAcceptRate(double rate) implements OperatingPoint {
        @Override
        public String text() {
            return BigDecimal.valueOf(rate).stripTrailingZeros().toPlainString();
        }
    }
}
