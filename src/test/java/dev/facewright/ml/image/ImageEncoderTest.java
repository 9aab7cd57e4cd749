package dev.facewright.ml.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ImageEncoderTest {
    private final RgbImage image =
            ImageDecoder.decode(ImageBytes.png(), ImageLimits.DEFAULT).image();

    @Test
    void anotherReaderSeesTheSameColoursInAPng() throws IOException {
        int rgb =
                ImageIO.read(new ByteArrayInputStream(ImageEncoder.png(image))).getRGB(4, 4) & 0xffffff;

        assertThat(rgb).isEqualTo(0xe02020);
    }

    @Test
    void lowerQualityMakesSmallerJpegs() {
        assertThat(ImageEncoder.jpeg(image, 20).length).isLessThan(ImageEncoder.jpeg(image, 98).length);
        assertThatThrownBy(() -> ImageEncoder.jpeg(image, 0)).hasMessageContaining("[1, 100]");
    }

    @Test
    void scalingKeepsColoursInTheirPlace() {
        RgbImage half = ImageScaler.scale(image, 20, 12);
        RgbImage twice = ImageScaler.scale(image, 80, 48);

        assertThat(half.at(3, 3, 0)).isEqualTo(0xe0);
        assertThat(twice.at(70, 40, 2)).isEqualTo(0xd0);
        assertThat(ImageScaler.scale(image, 40, 24)).isSameAs(image);
    }
}
