package dev.facewright.platform.mainpath;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Real faces that are never part of the project: a folder named by the system property or environment variable
/// `FACEWRIGHT_FIXTURES`. What it holds is described in the README, under "On real faces".
final class Fixtures {
    private static final String NAME = "FACEWRIGHT_FIXTURES";

    private Fixtures() {}

    static Path folder() {
        String environment = System.getenv(NAME);
        return Path.of(System.getProperty(NAME, environment == null ? "../shared/data" : environment));
    }

    static boolean present() {
        return Files.isDirectory(folder().resolve("lfw/images"))
                && Files.isDirectory(folder().resolve("orl"))
                && Files.isRegularFile(detector())
                && Files.isRegularFile(recogniser());
    }

    static Path detector() {
        return folder().resolve("models/yunet_n_dynamic.onnx");
    }

    static Path recogniser() {
        return folder().resolve("models/mobilefacenet_foamliu_128.onnx");
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> folders(Path root) {
        try (Stream<Path> children = Files.list(root)) {
            return children.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Every file under the folder by its path there, with something before the first folder's name.
    static byte[] zip(Path root, String prefix) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes);
                Stream<Path> files = Files.walk(root)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(
                        new ZipEntry(prefix + root.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
