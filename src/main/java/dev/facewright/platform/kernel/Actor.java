package dev.facewright.platform.kernel;

/// Who acts: a person by account id, a service by token id, or a part of the server itself by name.
///
/// @param id  the account's or token's id, or the component's name; never a person's name
public record Actor(Kind kind, String id) {
    public enum Kind {
        USER,
        TOKEN,
        SYSTEM
    }

    public static Actor system(String component) {
        return new Actor(Kind.SYSTEM, component);
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + ":" + id;
    }
}
