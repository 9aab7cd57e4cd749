package dev.facewright.platform.storage.keys;

/// What a process without a key store asks a server that has one.
///
/// @param what  `key <name>`, or a change of generation: `renew`, `change`
/// @param nonce  16 bytes that were never used before
/// @param at  milliseconds since 1970
/// @param publicKey  X25519, of a pair that is used for this call alone
/// @param mac  over all of these, under the secret that both have
public record KeyCall(String what, byte[] nonce, long at, byte[] publicKey, byte[] mac) {
    public static final String KEY = "key ";
    public static final String RENEW = "renew";
    public static final String CHANGE = "change";

    /// The answer to one.
    ///
    /// @param publicKey  X25519, of a pair that is used for this answer alone
    /// @param sealed  what was asked for, readable to whoever asked and to nobody else
    public record Answer(byte[] publicKey, byte[] sealed) {}
}
