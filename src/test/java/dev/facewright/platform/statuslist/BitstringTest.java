package dev.facewright.platform.statuslist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class BitstringTest {
    @Test
    void indexZeroIsTheLeftMostBit() throws IOException {
        byte[] bits = unpacked(Bitstring.encoded(131_072, List.of(0, 9, 131_071)));
        assertThat(bits).hasSize(16_384);
        assertThat(bits[0]).isEqualTo((byte) 0b1000_0000);
        assertThat(bits[1]).isEqualTo((byte) 0b0100_0000);
        assertThat(bits[16_383]).isEqualTo((byte) 1);
        assertThat(bits[2]).isZero();
    }

    /// The recommendation's own example of a list of 131,072 zeros, as any GZIP writer may have packed it.
    @Test
    void anEmptyListIsReadAsTheRecommendationsIs() throws IOException {
        String published = "uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA";
        assertThat(unpacked(Bitstring.encoded(Bitstring.LEAST_PLACES, List.of())))
                .isEqualTo(unpacked(published));
    }

    @Test
    void aListGrowsBeforeFreePlacesAreHardToFind() {
        assertThat(Bitstring.placesFor(1)).isEqualTo(131_072);
        assertThat(Bitstring.placesFor(65_536)).isEqualTo(131_072);
        assertThat(Bitstring.placesFor(65_537)).isEqualTo(262_144);
        assertThat(Bitstring.placesAbove(131_071)).isEqualTo(131_072);
        assertThat(Bitstring.placesAbove(131_072)).isEqualTo(262_144);
    }

    static byte[] unpacked(String encoded) throws IOException {
        assertThat(encoded).startsWith("u").doesNotContain("=", "+", "/");
        byte[] packed = Base64.getUrlDecoder().decode(encoded.substring(1));
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return gzip.readAllBytes();
        }
    }
}
