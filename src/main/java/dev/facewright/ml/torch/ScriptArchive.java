package dev.facewright.ml.torch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Packs TorchScript source as the archive that `torch.jit.load` reads: a zip of stored entries under one
/// folder, holding a module without attributes, since every tensor comes in as an argument.
final class ScriptArchive {
    private static final String HEADER = """
            class Net(Module):
              __parameters__ = []
              __buffers__ = []
              training : bool
            """;

    /// Pickle, protocol 2: an object of class `__torch__.Net` whose state is `{training: True}`.
    private static final byte[] MODULE =
            "\u0080\u0002c__torch__\nNet\n)\u0081}X\b\0\0\0training\u0088sb.".getBytes(StandardCharsets.ISO_8859_1);

    /// Pickle, protocol 2: an empty tuple.
    private static final byte[] NO_CONSTANTS = "\u0080\u0002).".getBytes(StandardCharsets.ISO_8859_1);

    private ScriptArchive() {}

    /// @param forward  a method of two spaces' indent, taking `self: __torch__.Net` first
    static byte[] of(String forward) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.STORED);
            put(zip, "net/data.pkl", MODULE);
            put(zip, "net/code/__torch__.py", (HEADER + forward).getBytes(StandardCharsets.UTF_8));
            put(zip, "net/constants.pkl", NO_CONSTANTS);
            put(zip, "net/version", "3\n".getBytes(StandardCharsets.US_ASCII));
            put(zip, "net/byteorder", "little".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory cannot fail to be written", impossible);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        entry.setSize(content.length);
        entry.setCompressedSize(content.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
