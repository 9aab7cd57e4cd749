package dev.facewright.platform.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.ml.image.ImageLimits;
import dev.facewright.platform.benchmarks.BenchmarkProblem.BenchmarkArchiveRefused;
import dev.facewright.platform.datasets.archive.EntryRefused;
import dev.facewright.platform.storage.SealedFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagedArchiveTest {
    @TempDir
    Path folder;

    @Test
    void zipsAreWalkedFileByFile() throws Exception {
        assertThat(walk(zip())).containsExactly("lfw/a/a_0001.jpg=first", "b/b_0001.jpg=second");
    }

    @Test
    void tarsAreWalkedAndTheirLinksPassedOver() throws Exception {
        assertThat(walk(tar())).containsExactly("lfw/a/a_0001.jpg=first", "b/b_0001.jpg=second");
    }

    @Test
    void compressedTarsAreWalkedToo() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(tar());
        }
        assertThat(walk(bytes.toByteArray())).containsExactly("lfw/a/a_0001.jpg=first", "b/b_0001.jpg=second");
    }

    @Test
    void aFileLargerThanAnyImageIsNotRead() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("a/a_0001.jpg"));
            zip.write(new byte[(int) ImageLimits.DEFAULT.maxBytes() + 1]);
        }

        assertThatThrownBy(() -> walk(bytes.toByteArray())).isInstanceOf(EntryRefused.class);
    }

    @Test
    void whatIsNoArchiveIsRefused() {
        byte[] text = "This is a letter, not an archive. ".repeat(40).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> walk(text)).isInstanceOf(BenchmarkArchiveRefused.class);
        assertThatThrownBy(() -> walk("PK and nothing else".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(BenchmarkArchiveRefused.class);
    }

    @Test
    void anArchiveThatBreaksOffIsRefused() throws Exception {
        byte[] whole = zip();

        assertThatThrownBy(() -> walk(Arrays.copyOf(whole, whole.length / 2)))
                .isInstanceOf(BenchmarkArchiveRefused.class);
    }

    private List<String> walk(byte[] archive) throws IOException, InterruptedException {
        List<String> found = new ArrayList<>();
        Path file = Files.write(folder.resolve("archive"), archive);
        try (StagedArchive staged = StagedArchive.open(new SealedFile(file, Files.newByteChannel(file)))) {
            staged.forEach(entry -> found.add(entry.name() + "=" + new String(entry.read(), StandardCharsets.UTF_8)));
        }
        assertThat(file).doesNotExist();
        return found;
    }

    private static byte[] zip() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("a/"));
            for (var file : List.of(List.of("lfw/a/a_0001.jpg", "first"), List.of("b/b_0001.jpg", "second"))) {
                zip.putNextEntry(new ZipEntry(file.get(0)));
                zip.write(file.get(1).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] tar() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream((OutputStream) bytes)) {
            for (var file : List.of(List.of("lfw/a/a_0001.jpg", "first"), List.of("b/b_0001.jpg", "second"))) {
                byte[] content = file.get(1).getBytes(StandardCharsets.UTF_8);
                TarArchiveEntry entry = new TarArchiveEntry(file.get(0));
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
            TarArchiveEntry link = new TarArchiveEntry("c/c_0001.jpg", TarConstants.LF_SYMLINK);
            link.setLinkName("/etc/passwd");
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }
}
