package dev.facewright.platform.models;

import com.fasterxml.jackson.annotation.JsonValue;

/// What a figure is of: its unit and which way is better. Its words are `models.metric.<slug>`; pages show figures
/// in this order.
public enum Quantity {
    VERIFICATION_ACCURACY("verification-accuracy", Unit.SHARE, Better.HIGHER),
    AREA_UNDER_CURVE("area-under-curve", Unit.PROBABILITY, Better.HIGHER),
    EQUAL_ERROR_RATE("equal-error-rate", Unit.SHARE, Better.LOWER),
    /// At the false accept rate of its operating point.
    TRUE_ACCEPT_RATE("true-accept-rate", Unit.SHARE, Better.HIGHER),
    TRAINING_ACCURACY("training-accuracy", Unit.SHARE, Better.HIGHER),
    CONTRASTIVE_ACCURACY("contrastive-accuracy", Unit.SHARE, Better.HIGHER),
    TRAINING_LOSS("training-loss", Unit.NATS, Better.LOWER),
    VALIDATION_ACCURACY("validation-accuracy", Unit.SHARE, Better.HIGHER),
    VALIDATION_AUC("validation-auc", Unit.PROBABILITY, Better.HIGHER),
    VALIDATION_EQUAL_ERROR_RATE("validation-equal-error-rate", Unit.SHARE, Better.LOWER),
    TRAINING_DATA_WAIT("training-data-wait", Unit.SHARE, Better.LOWER);

    public enum Unit {
        /// Of a whole, in [0, 1].
        SHARE,
        /// In [0, 1] too, but told to more digits.
        PROBABILITY,
        NATS
    }

    public enum Better {
        HIGHER,
        LOWER
    }

    private final String slug;
    private final Unit unit;
    private final Better better;

    Quantity(String slug, Unit unit, Better better) {
        this.slug = slug;
        this.unit = unit;
        this.better = better;
    }

    @JsonValue
    public String slug() {
        return slug;
    }

    public Unit unit() {
        return unit;
    }

    public Better better() {
        return better;
    }
}
