package dev.facewright.platform.storage;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/// An encrypted file on this machine for as long as it is read: gone when closed.
///
/// @param copy  encrypted
/// @param plain  what it holds; closed with it
public record SealedFile(Path copy, SeekableByteChannel plain) implements AutoCloseable {
    @Override
    public void close() throws IOException {
        try {
            plain.close();
        } finally {
            Files.deleteIfExists(copy);
        }
    }
}
