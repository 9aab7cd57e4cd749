package dev.facewright.ml.image;

import static dev.facewright.ml.image.ImageBytes.ascii;
import static dev.facewright.ml.image.ImageBytes.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.ml.image.ImageDecoder.DecodedImage;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderTest {
    @Test
    void losslessFormatsKeepEveryPixel() {
        BufferedImage picture = ImageBytes.picture();

        assertSame(decode(ImageBytes.png()), ImageFormat.PNG, picture);
        assertSame(decode(ImageBytes.written(picture, "bmp")), ImageFormat.BMP, picture);
    }

    @Test
    void aJpegIsCloseToWhatWasWritten() {
        DecodedImage decoded = decode(ImageBytes.jpeg());

        assertThat(decoded.format()).isEqualTo(ImageFormat.JPEG);
        assertThat(decoded.reoriented()).isFalse();
        assertThat(isRed(decoded.image(), 4, 4)).isTrue();
        assertThat(isRed(decoded.image(), 36, 20)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 40, 24, 4, 4", "2, 40, 24, 36, 4", "3, 40, 24, 36, 20", "4, 40, 24, 4, 20",
        "5, 24, 40, 4, 4", "6, 24, 40, 20, 4", "7, 24, 40, 20, 36", "8, 24, 40, 4, 36"
    })
    void everyExifOrientationIsAppliedSoThatTheRedCornerIsWhereAViewerShowsIt(
            int orientation, int width, int height, int redX, int redY) {
        DecodedImage decoded = decode(ImageBytes.jpegTurned(orientation));

        assertThat(decoded.image().width()).isEqualTo(width);
        assertThat(decoded.image().height()).isEqualTo(height);
        assertThat(decoded.reoriented()).isEqualTo(orientation != 1);
        assertThat(isRed(decoded.image(), redX, redY)).isTrue();
        assertThat(isRed(decoded.image(), width - 1 - redX, height - 1 - redY)).isFalse();
    }

    @Test
    void aPgmWithCommentsInItsHeaderIsGrey() {
        RgbImage image = decode(ImageBytes.pgm("P5\n# made by hand\n17 # width\n16\n255\n"))
                .image();

        assertThat(image.width()).isEqualTo(17);
        assertThat(image.at(3, 5, 0)).isEqualTo(45).isEqualTo(image.at(3, 5, 1)).isEqualTo(image.at(3, 5, 2));
    }

    @Test
    void aDeepPpmIsScaledToEightBits() {
        byte[] pixels = new byte[16 * 16 * 6];
        Arrays.fill(pixels, (byte) 0x80);

        RgbImage image = decode(join(ascii("P6 16 16 65535\n"), pixels)).image();

        assertThat(image.at(9, 9, 2)).isEqualTo(128);
    }

    @Test
    void anImageOfManyPixelsInFewBytesIsRefusedBeforeItIsDecoded() {
        assertRefused(ImageBytes.pngBomb(), ImageRefused.Reason.TOO_MANY_PIXELS, "60000x60000");
    }

    @Test
    void aFileLargerThanTheLimitIsRefused() {
        assertThatThrownBy(() -> ImageDecoder.decode(ImageBytes.png(), new ImageLimits(20, 1000, 1)))
                .isInstanceOfSatisfying(
                        ImageRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(ImageRefused.Reason.TOO_LARGE));
    }

    @Test
    void aTinyImageIsRefusedAsTooSmallNotAsBroken() {
        byte[] onePixel = ImageBytes.written(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png");

        assertRefused(onePixel, ImageRefused.Reason.TOO_SMALL, "1x1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "bmp"})
    void aFileCutShortAnywhereIsRefused(String format) {
        byte[] whole = ImageBytes.written(ImageBytes.picture(), format);
        for (int length = whole.length - 1; length > whole.length / 8; length -= 1 + whole.length / 60) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> decode(part)).isInstanceOf(ImageRefused.class);
        }
    }

    @Test
    void aJpegWithoutItsEndIsCalledTruncated() {
        byte[] whole = ImageBytes.jpeg();

        assertRefused(Arrays.copyOf(whole, whole.length - 40), ImageRefused.Reason.TRUNCATED, "cut short");
        assertRefused(ImageBytes.pgm("P5 17 17 255\n"), ImageRefused.Reason.TRUNCATED, "cut short");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "bmp"})
    void anImageWithAnArchiveBehindItIsRefusedAsTwoFilesInOne(String format) {
        byte[] image = ImageBytes.written(ImageBytes.picture(), format);

        assertRefused(join(image, ImageBytes.zip()), ImageRefused.Reason.POLYGLOT, "two files");
    }

    @Test
    void zeroBytesBehindAJpegAreHarmless() {
        assertThat(decode(join(ImageBytes.jpeg(), new byte[64])).image().width())
                .isEqualTo(40);
    }

    @Test
    void aFurtherPictureIsAcceptedOnlyWhereTheJpegAnnouncesIt() {
        byte[] announced = ImageBytes.withSegment(ImageBytes.jpeg(), 0xe2, ascii("MPF\0rest"));

        assertThat(decode(join(announced, ImageBytes.jpeg())).image().width()).isEqualTo(40);
        assertRefused(join(ImageBytes.jpeg(), ImageBytes.jpeg()), ImageRefused.Reason.POLYGLOT, "two files");
        assertRefused(join(announced, ImageBytes.zip()), ImageRefused.Reason.POLYGLOT, "two files");
    }

    @Test
    void formatsThatAreNotTakenAreNamed() {
        assertRefused(ImageBytes.written(ImageBytes.picture(), "gif"), ImageRefused.Reason.UNSUPPORTED_FORMAT, "GIF");
        assertRefused(ascii("II*\0........"), ImageRefused.Reason.UNSUPPORTED_FORMAT, "TIFF");
        assertRefused(ascii("....ftypheic"), ImageRefused.Reason.UNSUPPORTED_FORMAT, "HEIC");
        assertRefused(ascii("P2\n2 2\n255\n1 2 3 4"), ImageRefused.Reason.UNSUPPORTED_FORMAT, "Netpbm");
    }

    @Test
    void whatIsNoImageIsRefused() {
        assertRefused(new byte[0], ImageRefused.Reason.EMPTY, "empty");
        assertRefused(ascii("<html>no picture</html>"), ImageRefused.Reason.NOT_AN_IMAGE, "not an image");
        assertRefused(ImageBytes.zip(), ImageRefused.Reason.NOT_AN_IMAGE, "not an image");
    }

    @Test
    void aChangedByteInAPngIsFoundByItsChecksum() {
        byte[] damaged = ImageBytes.png();
        damaged[damaged.length / 2] ^= 0x10;

        assertRefused(damaged, ImageRefused.Reason.CORRUPT, "checksum");
    }

    @Test
    void aJpegWithThousandsOfScansIsRefused() {
        byte[] jpeg = ImageBytes.jpeg();
        int scan = indexOf(jpeg, 0xff, 0xda);
        byte[] oneScan = Arrays.copyOfRange(jpeg, scan, jpeg.length - 2);
        byte[] bomb = Arrays.copyOf(jpeg, jpeg.length - 2);
        for (int i = 0; i < 200; i++) {
            bomb = join(bomb, oneScan);
        }

        assertRefused(join(bomb, new byte[] {(byte) 0xff, (byte) 0xd9}), ImageRefused.Reason.CORRUPT, "scans");
    }

    @Test
    void aBrokenExifBlockDoesNotSpoilThePicture() {
        byte[] broken =
                ImageBytes.withSegment(ImageBytes.jpeg(), 0xe1, join(ascii("Exif\0\0MM\0*"), new byte[] {-1, -1, -1}));

        assertThat(decode(broken).reoriented()).isFalse();
    }

    @Test
    void webpIsReadWithTheSizeOfItsHeader() {
        byte[] webp = WebpBytes.of(decode(ImageBytes.png()).image());

        DecodedImage decoded = decode(webp);

        assertThat(decoded.format()).isEqualTo(ImageFormat.WEBP);
        assertThat(isRed(decoded.image(), 4, 4)).isTrue();
        assertRefused(join(webp, ImageBytes.zip()), ImageRefused.Reason.POLYGLOT, "two files");
        assertRefused(Arrays.copyOf(webp, webp.length - 9), ImageRefused.Reason.TRUNCATED, "cut short");
    }

    @Test
    void aPngWhosePixelsStopHalfWayIsRefusedThoughAllItsChecksumsAreRight() {
        byte[] header = Arrays.copyOf(ImageBytes.png(), 33);
        byte[] halfOfThePixels = ImageBytes.deflated(new byte[(1 + 40 * 3) * 12]);
        byte[] png = join(header, ImageBytes.chunk("IDAT", halfOfThePixels), ImageBytes.chunk("IEND", new byte[0]));

        assertThatThrownBy(() -> decode(png)).isInstanceOf(ImageRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "bmp", "webp", "pgm"})
    void noDamageEverEndsInAnythingButAPictureOrARefusal(String format) {
        byte[] whole = switch (format) {
            case "webp" -> WebpBytes.of(decode(ImageBytes.png()).image());
            case "pgm" -> ImageBytes.pgm("P5 17 16 255\n");
            default -> ImageBytes.written(ImageBytes.picture(), format);
        };
        SplittableRandom random = new SplittableRandom(4);
        int refused = 0;
        for (int round = 0; round < 400; round++) {
            byte[] damaged = whole.clone();
            for (int i = 0; i <= round % 3; i++) {
                damaged[random.nextInt(round % 2 == 0 ? Math.min(64, whole.length) : whole.length)] =
                        (byte) random.nextInt(256);
            }
            try {
                decode(damaged);
            } catch (ImageRefused expected) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    private static DecodedImage decode(byte[] content) {
        return ImageDecoder.decode(content, ImageLimits.DEFAULT);
    }

    private static void assertRefused(byte[] content, ImageRefused.Reason reason, String words) {
        assertThatThrownBy(() -> decode(content))
                .isInstanceOfSatisfying(
                        ImageRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason))
                .hasMessageContaining(words);
    }

    private static void assertSame(DecodedImage decoded, ImageFormat format, BufferedImage picture) {
        assertThat(decoded.format()).isEqualTo(format);
        RgbImage image = decoded.image();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int rgb = image.at(x, y, 0) << 16 | image.at(x, y, 1) << 8 | image.at(x, y, 2);
                assertThat(rgb).isEqualTo(picture.getRGB(x, y) & 0xffffff);
            }
        }
    }

    private static boolean isRed(RgbImage image, int x, int y) {
        return image.at(x, y, 0) > 150 && image.at(x, y, 2) < 100;
    }

    private static int indexOf(byte[] content, int first, int second) {
        int place = 0;
        while ((content[place] & 0xff) != first || (content[place + 1] & 0xff) != second) {
            place++;
        }
        return place;
    }
}
