package dev.facewright.platform.datasets;

/// A picture, decrypted to be handed out.
@SuppressWarnings("ArrayRecordComponent") // compared nowhere, and too large to copy
public record PictureFile(String mediaType, byte[] content) {}
