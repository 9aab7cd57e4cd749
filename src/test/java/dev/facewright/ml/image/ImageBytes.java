package dev.facewright.ml.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/// Files for tests, written by ImageIO and by hand, so that the decoder is not tested against itself.
final class ImageBytes {
    private ImageBytes() {}

    /// 40 wide, 24 high: red in the upper left quarter, blue elsewhere.
    static BufferedImage picture() {
        BufferedImage image = new BufferedImage(40, 24, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 24; y++) {
            for (int x = 0; x < 40; x++) {
                image.setRGB(x, y, x < 20 && y < 12 ? 0xe02020 : 0x2030d0);
            }
        }
        return image;
    }

    static byte[] written(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalStateException("ImageIO cannot write " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] jpeg() {
        return written(picture(), "jpg");
    }

    static byte[] png() {
        return written(picture(), "png");
    }

    /// The JPEG with an EXIF block whose only entry is the orientation, and with GPS-like text behind it.
    static byte[] jpegTurned(int orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(26);
        tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        tiff.putShort((short) orientation).putShort((short) 0).putInt(0);
        return withSegment(jpeg(), 0xe1, join(ascii("Exif\0\0"), tiff.array(), ascii("GPS 48.2N 16.3E")));
    }

    /// Puts a segment right behind the start marker.
    static byte[] withSegment(byte[] jpeg, int marker, byte[] body) {
        int length = body.length + 2;
        byte[] head = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) marker, (byte) (length >> 8), (byte) length};
        byte[] rest = new byte[jpeg.length - 2];
        System.arraycopy(jpeg, 2, rest, 0, rest.length);
        return join(head, body, rest);
    }

    static byte[] zip() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("payload.txt"));
            zip.write(ascii("hidden"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// A PNG of a few bytes that announces 60000 x 60000 pixels.
    static byte[] pngBomb() {
        ByteBuffer header = ByteBuffer.allocate(13).putInt(60_000).putInt(60_000);
        header.put((byte) 8).put((byte) 2).put((byte) 0).put((byte) 0).put((byte) 0);
        byte[] signature = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
        return join(signature, chunk("IHDR", header.array()), chunk("IDAT", new byte[8]), chunk("IEND", new byte[0]));
    }

    static byte[] chunk(String type, byte[] body) {
        byte[] typed = join(ascii(type), body);
        CRC32 crc = new CRC32();
        crc.update(typed);
        return join(
                ByteBuffer.allocate(4).putInt(body.length).array(),
                typed,
                ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    /// 17 x 16 grey, brighter to the right.
    static byte[] pgm(String header) {
        byte[] pixels = new byte[17 * 16];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i % 17 * 15);
        }
        return join(ascii(header), pixels);
    }

    static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater();
        deflater.setInput(content);
        deflater.finish();
        byte[] out = new byte[content.length + 64];
        int length = deflater.deflate(out);
        deflater.end();
        return Arrays.copyOf(out, length);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
