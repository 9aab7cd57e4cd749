package dev.facewright.platform.consent;

import dev.facewright.platform.consent.ConsentProblem.ConsentInvalid;
import java.util.Arrays;
import java.util.Locale;

/// Why a consent ended before its time. No free text: it would hold personal data.
public enum WithdrawalReason {
    SUBJECT_REQUEST,
    GUARDIAN_REQUEST,
    RECORDED_IN_ERROR,
    PROJECT_ENDED;

    /// As REST and the audit log write it: `subject-request`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// @throws ConsentInvalid if there is no such reason
    public static WithdrawalReason ofCode(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new ConsentInvalid("reason", "unknown"));
    }
}
