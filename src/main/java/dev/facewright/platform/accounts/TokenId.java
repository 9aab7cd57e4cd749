package dev.facewright.platform.accounts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// An API token's id, which the audit log names it by; it is not the token.
public record TokenId(@JsonValue UUID value) {
    public static TokenId random() {
        return new TokenId(UUID.randomUUID());
    }

    @JsonCreator
    public static TokenId of(String text) {
        return new TokenId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
