package dev.facewright.platform.consent;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// What evidence may be, told by its first bytes and never by a file name.
enum EvidenceType {
    PDF("application/pdf", "pdf", 0, "%PDF-"),
    JPEG("image/jpeg", "jpg", 0, "\u00ff\u00d8\u00ff"),
    PNG("image/png", "png", 0, "\u0089PNG\r\n\u001a\n"),
    TIFF_LITTLE("image/tiff", "tif", 0, "II*\0"),
    TIFF_BIG("image/tiff", "tif", 0, "MM\0*"),
    WAV("audio/wav", "wav", 8, "WAVE"),
    MP3_TAGGED("audio/mpeg", "mp3", 0, "ID3"),
    MP3("audio/mpeg", "mp3", 0, "\u00ff\u00fb"),
    OGG("audio/ogg", "ogg", 0, "OggS"),
    MP4("audio/mp4", "m4a", 4, "ftyp");

    private final String mediaType;
    private final String extension;
    private final int offset;
    private final byte[] magic;

    EvidenceType(String mediaType, String extension, int offset, String magic) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.offset = offset;
        this.magic = magic.getBytes(StandardCharsets.ISO_8859_1);
    }

    String mediaType() {
        return mediaType;
    }

    static Optional<EvidenceType> of(byte[] content) {
        return Arrays.stream(values()).filter(type -> type.matches(content)).findFirst();
    }

    static String extensionOf(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst()
                .map(type -> type.extension)
                .orElse("bin");
    }

    private boolean matches(byte[] content) {
        int end = offset + magic.length;
        return content.length >= end && Arrays.equals(content, offset, end, magic, 0, magic.length);
    }
}
