package dev.facewright.platform.datasets.version;

import dev.facewright.platform.datasets.DatasetId;
import dev.facewright.platform.storage.Sha256;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A manifest being written, image by image, into a file that goes when it is closed: a million images do not have
/// to be in memory at a time.
final class ManifestDraft implements AutoCloseable {
    private final DatasetId dataset;
    private final Path file;
    private final MessageDigest digest = Sha256.digest();
    private final JsonGenerator json;

    /// @param file  empty
    ManifestDraft(JsonMapper mapper, Manifest.Head head, Path file) {
        this.dataset = head.dataset();
        try {
            this.file = file;
            var out = new BufferedOutputStream(Files.newOutputStream(file));
            this.json = mapper.createGenerator(new DigestOutputStream(out, digest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        json.writeStartObject();
        for (var field : mapper.<JsonNode>valueToTree(head).properties()) {
            json.writeName(field.getKey());
            json.writePOJO(field.getValue());
        }
        json.writeName(Manifest.IMAGES);
        json.writeStartArray();
    }

    void add(Manifest.Image image) {
        json.writePOJO(image);
    }

    /// Writes the end of it.
    ///
    /// @return SHA-256 of all of it
    String finish() {
        json.writeEndArray();
        json.writeEndObject();
        json.close();
        return HexFormat.of().formatHex(digest.digest());
    }

    DatasetId dataset() {
        return dataset;
    }

    Path file() {
        return file;
    }

    @Override
    public void close() {
        try {
            json.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
