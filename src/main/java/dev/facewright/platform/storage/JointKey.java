package dev.facewright.platform.storage;

import com.google.crypto.tink.subtle.Hkdf;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/// The data keys of everyone whom something is about. Of one person it is their data key itself; of several it is
/// derived from all of theirs, so that none of them can be missing: what is about two people is out of reach for good
/// as soon as either is erased.
///
/// @param of  at least one, in the order of their ids, which is part of what is derived
public record JointKey(List<DataKeyId> of) {
    private static final int KEY_BYTES = 32;
    private static final int UUID_BYTES = 16;
    private static final byte[] LABEL = "facewright joint key 1".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    public JointKey {
        of = of.stream().distinct().sorted(JointKey::byId).toList();
        if (of.isEmpty()) {
            throw new IllegalArgumentException("A joint key needs at least one data key");
        }
    }

    public static JointKey of(DataKeyId only) {
        return new JointKey(List.of(only));
    }

    public static JointKey of(Collection<DataKeyId> keys) {
        return new JointKey(List.copyOf(keys));
    }

    /// HKDF with SHA-256 (RFC 5869) over the keys one after the other; the info names them.
    ///
    /// @param unwrapped  gives a key out, which is wiped afterwards
    byte[] derive(Function<DataKeyId, byte[]> unwrapped) throws GeneralSecurityException {
        if (of.size() == 1) {
            return unwrapped.apply(of.getFirst());
        }
        ByteBuffer keys = ByteBuffer.allocate(KEY_BYTES * of.size());
        try {
            for (DataKeyId id : of) {
                byte[] key = unwrapped.apply(id);
                keys.put(key);
                Arrays.fill(key, (byte) 0);
            }
            return Hkdf.computeHkdf("HmacSha256", keys.array(), new byte[0], info(), KEY_BYTES);
        } finally {
            Arrays.fill(keys.array(), (byte) 0);
        }
    }

    private byte[] info() {
        ByteBuffer info = ByteBuffer.allocate(LABEL.length + UUID_BYTES * of.size());
        info.put(LABEL);
        for (DataKeyId id : of) {
            info.putLong(id.value().getMostSignificantBits());
            info.putLong(id.value().getLeastSignificantBits());
        }
        return info.array();
    }

    // as text, which no two versions of Java and no database order differently
    private static int byId(DataKeyId one, DataKeyId other) {
        return one.value().toString().compareTo(other.value().toString());
    }
}
