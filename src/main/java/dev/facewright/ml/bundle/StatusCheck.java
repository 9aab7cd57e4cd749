package dev.facewright.ml.bundle;

/// How whoever holds a bundle finds out whether it may still be used; `check_status.py` beside it does.
///
/// @param json  the bundle's id in a signed list, the list's address, the key to trust, and the list as of export
public record StatusCheck(String json) {}
