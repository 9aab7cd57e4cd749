package dev.facewright.platform.statuslist;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Collection;
import java.util.zip.GZIPOutputStream;

/// The bits of a list, packed as *Bitstring Status List 1.0* has it (W3C Recommendation of 15 May 2025, section 2.2):
/// index 0 is the left-most bit, GZIP, base64url without padding after the multibase prefix `u`.
final class Bitstring {
    /// The least that the recommendation allows.
    static final int LEAST_PLACES = 131_072;

    private Bitstring() {}

    /// As many places as leave at least every other one free, so that one found at random is found soon.
    static int placesFor(long entries) {
        int places = LEAST_PLACES;
        while (places < 2 * entries) {
            places = Math.multiplyExact(places, 2);
        }
        return places;
    }

    /// As many places as a list has that once gave out this index.
    static int placesAbove(int highest) {
        int places = LEAST_PLACES;
        while (places <= highest) {
            places = Math.multiplyExact(places, 2);
        }
        return places;
    }

    /// @param set  the indices of the ones
    static String encoded(int places, Collection<Integer> set) {
        byte[] bits = new byte[places / Byte.SIZE];
        for (int index : set) {
            bits[index / Byte.SIZE] |= (byte) (0x80 >>> index % Byte.SIZE);
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
    }
}
