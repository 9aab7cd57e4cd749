package dev.facewright.platform.approvals;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Names what somebody proposed.
public record ProposalId(@JsonValue UUID value) {
    public static ProposalId random() {
        return new ProposalId(UUID.randomUUID());
    }

    /// @throws IllegalArgumentException if the text is not a UUID
    @JsonCreator
    public static ProposalId of(String text) {
        return new ProposalId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
