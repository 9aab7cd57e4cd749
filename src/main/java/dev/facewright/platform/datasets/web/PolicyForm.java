package dev.facewright.platform.datasets.web;

import dev.facewright.platform.datasets.EvidencePolicy;
import dev.facewright.platform.datasets.EvidencePolicy.EvidenceWaiver;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// What a dataset is to say of evidence, as forms and services send it.
record PolicyForm(
        @Schema(description = "Why evidence is not asked for; null if it is") @Nullable
        EvidenceWaiver waiver,

        @Schema(description = "In the owner's own words, about no person; null if evidence is asked for")
        @Size(max = EvidencePolicy.LONGEST)
        @Nullable
        String explanation) {
    static PolicyForm of(EvidencePolicy policy) {
        return new PolicyForm(policy.waiver(), policy.explanation());
    }

    @AssertTrue(message = "{datasets.evidence.explanation.wrong}")
    @Schema(hidden = true)
    public boolean isExplained() {
        int length = explanation == null ? 0 : explanation.strip().length();
        return waiver == null || length >= EvidencePolicy.SHORTEST;
    }

    EvidencePolicy policy() {
        return waiver == null || explanation == null
                ? EvidencePolicy.REQUIRED
                : new EvidencePolicy(waiver, explanation);
    }
}
