package dev.facewright.platform.accounts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// A person's account. The audit log names people by it alone.
public record AccountId(@JsonValue UUID value) {
    public static AccountId random() {
        return new AccountId(UUID.randomUUID());
    }

    @JsonCreator
    public static AccountId of(String text) {
        return new AccountId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
