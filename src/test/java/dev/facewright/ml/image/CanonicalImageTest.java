package dev.facewright.ml.image;

import static dev.facewright.ml.image.ImageBytes.ascii;
import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.ml.image.ImageDecoder.DecodedImage;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CanonicalImageTest {
    @Test
    void anUprightJpegKeepsItsPixelsBitForBitAndLosesItsMetadata() {
        byte[] content = ImageBytes.withSegment(ImageBytes.jpegTurned(1), 0xfe, ascii("taken at home"));
        content = ImageBytes.withSegment(content, 0xed, ascii("Photoshop 3.0 caption"));
        DecodedImage decoded = decode(content);

        byte[] canonical = CanonicalImage.of(content, decoded);

        assertThat(decode(canonical).image()).isEqualTo(decoded.image());
        assertThat(text(canonical)).doesNotContain("Exif", "GPS", "home", "Photoshop");
        assertThat(canonical.length).isLessThan(content.length);
    }

    @Test
    void whatIsAlreadyCanonicalStaysAsItIs() {
        byte[] content = ImageBytes.jpeg();

        assertThat(CanonicalImage.of(content, decode(content))).isEqualTo(content);
    }

    @Test
    void bytesHiddenBehindTheFixedPartOfJfifAreDropped() {
        byte[] plain = ImageBytes.jpeg();
        byte[] header = {'J', 'F', 'I', 'F', 0, 1, 2, 0, 0, 1, 0, 1, 0, 0};
        byte[] content = ImageBytes.withSegment(plain, 0xe0, ImageBytes.join(header, ascii("<script>hidden")));

        assertThat(text(CanonicalImage.of(content, decode(content)))).doesNotContain("hidden");
    }

    @Test
    void aTurnedJpegIsStoredUprightWithoutItsOrientation() {
        byte[] content = ImageBytes.jpegTurned(6);
        DecodedImage decoded = decode(content);

        byte[] canonical = CanonicalImage.of(content, decoded);

        DecodedImage again = decode(canonical);
        assertThat(again.reoriented()).isFalse();
        assertThat(again.image().width()).isEqualTo(24);
        assertThat(text(canonical)).doesNotContain("Exif", "GPS");
        assertThat(CanonicalImage.formatFor(decoded)).isEqualTo(ImageFormat.JPEG);
    }

    @Test
    void losslessFormatsBecomeAPngWithTheSamePixels() {
        byte[] content = ImageBytes.written(ImageBytes.picture(), "bmp");
        DecodedImage decoded = decode(content);

        byte[] canonical = CanonicalImage.of(content, decoded);

        assertThat(decode(canonical).format()).isEqualTo(ImageFormat.PNG).isEqualTo(CanonicalImage.formatFor(decoded));
        assertThat(decode(canonical).image()).isEqualTo(decoded.image());
    }

    private static DecodedImage decode(byte[] content) {
        return ImageDecoder.decode(content, ImageLimits.DEFAULT);
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }
}
