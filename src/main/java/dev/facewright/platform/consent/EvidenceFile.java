package dev.facewright.platform.consent;

/// Evidence, decrypted to be handed out.
///
/// @param extension  without the dot; goes with the consent's id into a file name
@SuppressWarnings("ArrayRecordComponent") // compared nowhere, and too large to copy
public record EvidenceFile(String mediaType, String extension, byte[] content) {}
