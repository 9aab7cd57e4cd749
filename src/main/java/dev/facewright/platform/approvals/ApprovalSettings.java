package dev.facewright.platform.approvals;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How two people are asked for.
///
/// @param valid  how long a proposal waits for somebody else
/// @param onePerson  whether there is nobody else: then a proposal is carried out at once, and says so for ever
@ConfigurationProperties("facewright.approvals")
record ApprovalSettings(
        @DefaultValue("14d") Duration valid,
        @DefaultValue("false") boolean onePerson) {
    ApprovalSettings {
        if (!valid.isPositive()) {
            throw new IllegalArgumentException("facewright.approvals.valid must be longer than nothing");
        }
    }
}
