package dev.facewright.ml.image;

import dev.facewright.ml.image.ImageRefused.Reason;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/// Reads one image from bytes nobody vouches for.
///
/// The structure is walked to its end before any pixel is decoded, so that a huge picture in a small file, a
/// file cut short and a file that is also something else are refused for what they are.
public final class ImageDecoder {
    private static final int READ_AS_STORED =
            opencv_imgcodecs.IMREAD_COLOR_RGB | opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION;

    private ImageDecoder() {}

    /// @param content  the whole file
    /// @return 8-bit colour: grey is repeated, 16 bits are cut to 8, transparency is dropped
    /// @throws ImageRefused with the reason; the message names no file
    public static DecodedImage decode(byte[] content, ImageLimits limits) {
        if (content.length == 0) {
            throw new ImageRefused(Reason.EMPTY, "The file is empty.");
        }
        if (content.length > limits.maxBytes()) {
            throw new ImageRefused(
                    Reason.TOO_LARGE,
                    "The file has " + content.length + " bytes; at most " + limits.maxBytes() + " are taken.");
        }
        ImageStructure structure = ImageStructure.of(content);
        check(structure, limits);
        RgbImage image = structure.format() == ImageFormat.NETPBM ? Netpbm.decode(content) : openCv(structure);
        boolean reorient = structure.orientation() != Exif.UPRIGHT;
        return new DecodedImage(image, structure.format(), reorient);
    }

    private static void check(ImageStructure structure, ImageLimits limits) {
        long pixels = (long) structure.width() * structure.height();
        String size = structure.width() + "x" + structure.height();
        if (pixels > limits.maxPixels()) {
            throw new ImageRefused(
                    Reason.TOO_MANY_PIXELS,
                    "The image is " + size + "; at most " + limits.maxPixels() + " pixels are taken.");
        }
        if (Math.min(structure.width(), structure.height()) < limits.minSide()) {
            throw new ImageRefused(
                    Reason.TOO_SMALL,
                    "The image is " + size + "; both sides need at least " + limits.minSide() + " pixels.");
        }
    }

    private static RgbImage openCv(ImageStructure structure) {
        try (PointerScope scope = OpenCv.scope()) {
            Mat mat = opencv_imgcodecs.imdecode(OpenCv.mat(structure.pixelsOnly()), READ_AS_STORED);
            boolean asAnnounced = mat.cols() == structure.width() && mat.rows() == structure.height();
            if (mat.empty() || mat.type() != opencv_core.CV_8UC3 || !asAnnounced) {
                throw corrupt();
            }
            return OpenCv.image(upright(mat, structure.orientation()));
        } catch (ImageRefused refused) {
            throw refused;
        } catch (RuntimeException fromOpenCv) {
            throw corrupt();
        }
    }

    private static ImageRefused corrupt() {
        return new ImageRefused(Reason.CORRUPT, "The pixels cannot be decoded; the file is damaged.");
    }

    /// EXIF 2.32, tag 0x0112: values 2 to 8 say which mirror or turn brings the picture upright.
    private static Mat upright(Mat mat, int orientation) {
        Mat turned = new Mat();
        switch (orientation) {
            case 2 -> opencv_core.flip(mat, turned, 1);
            case 3 -> opencv_core.rotate(mat, turned, opencv_core.ROTATE_180);
            case 4 -> opencv_core.flip(mat, turned, 0);
            case 5 -> opencv_core.transpose(mat, turned);
            case 6 -> opencv_core.rotate(mat, turned, opencv_core.ROTATE_90_CLOCKWISE);
            case 7 -> {
                Mat half = new Mat();
                opencv_core.transpose(mat, half);
                opencv_core.rotate(half, turned, opencv_core.ROTATE_180);
            }
            case 8 -> opencv_core.rotate(mat, turned, opencv_core.ROTATE_90_COUNTERCLOCKWISE);
            default -> {
                return mat;
            }
        }
        return turned;
    }

    /// Pixels as a person sees them, and where they came from.
    ///
    /// @param image  upright: the EXIF orientation is already applied
    /// @param format  the format of the bytes that were decoded
    /// @param reoriented  whether an EXIF orientation other than "upright" had to be applied
    public record DecodedImage(RgbImage image, ImageFormat format, boolean reoriented) {}
}
