package dev.facewright.platform.erasure.web;

import dev.facewright.platform.erasure.ErasureProblem.HoldInvalid;
import dev.facewright.platform.erasure.HoldObject;
import dev.facewright.platform.erasure.HoldReason;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/// A hold as people type it in.
///
/// @param object  an id; empty for everything
/// @param reason  the code of a `HoldReason`
record HoldForm(
        @NotNull HoldObject.@Nullable Kind kind,
        @Nullable UUID object,
        @NotNull @Nullable String reason,

        @NotNull @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate reviewOn) {

    HoldObject on() {
        return object(java.util.Objects.requireNonNull(kind), object);
    }

    HoldReason why() {
        return HoldReason.ofCode(java.util.Objects.requireNonNull(reason)).orElseThrow(() -> HoldInvalid.of("reason"));
    }

    /// @throws HoldInvalid unless there is an id exactly where one is needed
    static HoldObject object(HoldObject.Kind kind, @Nullable UUID id) {
        if ((id == null) != (kind == HoldObject.Kind.EVERYTHING)) {
            throw HoldInvalid.of("object");
        }
        return new HoldObject(kind, id);
    }
}
