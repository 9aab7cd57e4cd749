package dev.facewright.ml.graph;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// Bytes that say what they are and prove that they are whole: 8 characters of magic, format version (int32),
/// payload length (int64), payload, SHA-256 of all before. Little-endian.
public final class SealedFile {
    private static final int MAGIC_BYTES = 8;
    private static final int HEADER_BYTES = MAGIC_BYTES + Integer.BYTES + Long.BYTES;
    private static final int HASH_BYTES = 32;

    private SealedFile() {}

    /// What writes a payload of a length known before.
    @FunctionalInterface
    public interface Payload {
        void write(DataOutputStream out) throws IOException;
    }

    /// @param magic  8 ASCII characters
    public static byte[] seal(String magic, int version, byte[] payload) {
        byte[] bytes = new byte[Math.addExact(payload.length, HEADER_BYTES + HASH_BYTES)];
        ByteBuffer out = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        out.put(header(magic, version, payload.length)).put(payload);
        out.put(sha256(bytes, HEADER_BYTES + payload.length));
        return bytes;
    }

    /// Seals a payload on its way, so that a large one is never held as a whole. The stream stays open.
    ///
    /// @param magic  8 ASCII characters
    /// @param length  how many bytes the payload will be
    /// @throws IllegalStateException if the payload is of another length
    public static void write(String magic, int version, long length, Payload payload, OutputStream out)
            throws IOException {
        DigestOutputStream hashed = new DigestOutputStream(out, sha256());
        hashed.write(header(magic, version, length));
        DataOutputStream counted = new DataOutputStream(hashed);
        payload.write(counted);
        // it counts up to the largest int and stays there
        if (counted.size() != Math.min(length, Integer.MAX_VALUE)) {
            throw new IllegalStateException("The payload has " + counted.size() + " bytes, not " + length);
        }
        counted.flush();
        out.write(hashed.getMessageDigest().digest());
    }

    private static byte[] header(String magic, int version, long length) {
        byte[] name = magic.getBytes(StandardCharsets.US_ASCII);
        if (name.length != MAGIC_BYTES) {
            throw new IllegalArgumentException("The magic needs 8 characters, was " + magic);
        }
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        return header.put(name).putInt(version).putLong(length).array();
    }

    /// @return the payload, little-endian, read-only
    /// @throws IOException if the bytes are something else, of another format version, cut short or changed
    public static ByteBuffer open(String magic, int version, byte[] bytes) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < HEADER_BYTES + HASH_BYTES
                || !magic.equals(new String(bytes, 0, MAGIC_BYTES, StandardCharsets.US_ASCII))) {
            throw new IOException("These bytes are not a " + magic.strip() + " file");
        }
        int found = in.position(MAGIC_BYTES).getInt();
        if (found != version) {
            throw new IOException(
                    "Format version " + found + " of " + magic.strip() + " is unknown, this program reads " + version);
        }
        long payload = in.getLong();
        if (payload != bytes.length - HEADER_BYTES - HASH_BYTES) {
            throw new IOException("The " + magic.strip() + " file is cut short or has bytes too many");
        }
        int end = HEADER_BYTES + (int) payload;
        if (!MessageDigest.isEqual(sha256(bytes, end), Arrays.copyOfRange(bytes, end, bytes.length))) {
            throw new IOException("The " + magic.strip() + " file is damaged: its SHA-256 does not match");
        }
        return in.slice(HEADER_BYTES, (int) payload).asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] sha256(byte[] bytes, int length) {
        MessageDigest digest = sha256();
        digest.update(bytes, 0, length);
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
