package dev.facewright.platform.datasets.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.platform.datasets.archive.Archive.ArchiveUnreadable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Archives made with bad intent, one attack a test, and what a reader makes of them.
class ArchiveTest {
    private static final ArchiveLimits LIMITS = new ArchiveLimits(50, 8 << 20, 64 << 20, 100);
    private static final byte[] GOOD = "some content".getBytes(UTF_8);

    @TempDir
    Path folder;

    @Test
    void filesInFoldersAreReadFromEachKindOfArchive() throws Exception {
        assertThat(look(zip(file("s1/a.jpg", GOOD)))).containsExactly("1 s1/a.jpg 12");
        assertThat(look(tar(file("s1/a.jpg", GOOD)))).containsExactly("1 s1/a.jpg 12");
        assertThat(look(gzip(tar(file("./s1/a.jpg", GOOD))))).containsExactly("1 s1/a.jpg 12");
    }

    @Test
    void pathsThatLeaveTheArchiveAreRefusedAndTheRestIsRead() throws Exception {
        Entry[] entries = {
            file("../evil.jpg", GOOD),
            file("s1/../../evil.jpg", GOOD),
            file("/etc/passwd", GOOD),
            file("s1\\..\\evil.jpg", GOOD),
            file("C:/evil.jpg", GOOD),
            file("s1/a\u0000.jpg", GOOD),
            file("s1/good.jpg", GOOD)
        };
        List<String> seen = look(zip(entries));
        assertThat(seen.subList(0, 6)).allMatch(line -> line.endsWith(" UNSAFE_PATH"));
        assertThat(seen.getLast()).isEqualTo("7 s1/good.jpg 12");
    }

    @Test
    void linksAreRefused() throws Exception {
        assertThat(look(zip(link("s1/link.jpg", "/etc/passwd"), file("s1/a.jpg", GOOD))))
                .containsExactly("1 LINK", "2 s1/a.jpg 12");
        assertThat(look(tar(link("s1/link.jpg", "/etc/passwd"), file("s1/a.jpg", GOOD))))
                .containsExactly("1 LINK", "2 s1/a.jpg 12");
    }

    @Test
    void whatIsNotInASubjectsFolderIsRefused() throws Exception {
        assertThat(look(zip(file("photos/s1/a.jpg", GOOD), file("landmarks.csv", GOOD))))
                .containsExactly("1 NOT_IN_A_SUBJECT_FOLDER", "2 root landmarks.csv");
    }

    @Test
    void whatOperatingSystemsLeaveBehindIsJunk() throws Exception {
        assertThat(look(zip(file("__MACOSX/s1/._a.jpg", GOOD), file("s1/.DS_Store", GOOD), file("s1/Thumbs.db", GOOD))))
                .containsExactly("1 junk", "2 junk", "3 junk");
    }

    @Test
    void anEntryThatExplodesIsRefusedAndTheRestIsRead() throws Exception {
        assertThat(look(zip(file("s1/bomb.bmp", new byte[4 << 20]), file("s1/a.jpg", GOOD))))
                .containsExactly("1 s1/bomb.bmp COMPRESSION_BOMB", "2 s1/a.jpg 12");
    }

    @Test
    void aSizeThatLiesIsFoundOutWhileReading() throws Exception {
        byte[] zip = zip(file("s1/bomb.bmp", new byte[4 << 20]));
        int central = indexOf(zip, new byte[] {'P', 'K', 1, 2});
        for (int i = 0; i < 4; i++) {
            zip[central + 24 + i] = (byte) (i == 0 ? 10 : 0); // it says ten bytes
        }
        assertThat(look(zip)).containsExactly("1 s1/bomb.bmp COMPRESSION_BOMB");
    }

    @Test
    void anEntryThatIsTooLargeIsRefused() throws Exception {
        byte[] large = new byte[(8 << 20) + 1];
        new Random(1).nextBytes(large);
        assertThat(look(zip(file("s1/large.jpg", large), file("s1/a.jpg", GOOD))))
                .containsExactly("1 s1/large.jpg TOO_LARGE", "2 s1/a.jpg 12");
        assertThat(look(tar(file("s1/large.jpg", large), file("s1/a.jpg", GOOD))))
                .containsExactly("1 s1/large.jpg TOO_LARGE", "2 s1/a.jpg 12");
    }

    @Test
    void aTarThatExplodesEndsThere() throws Exception {
        assertThat(look(gzip(tar(file("s1/a.jpg", GOOD), file("s1/bomb", new byte[40 << 20]), file("s1/b.jpg", GOOD)))))
                .containsExactly("1 s1/a.jpg 12", "2 s1/bomb ARCHIVE_LIMIT", "3 ARCHIVE_LIMIT");
    }

    @Test
    void tooManyEntriesAreCutOff() throws Exception {
        Entry[] many = new Entry[60];
        Arrays.setAll(many, i -> file("s1/" + i + ".jpg", GOOD));
        for (byte[] archive : List.of(zip(many), tar(many))) {
            List<String> seen = look(archive);
            assertThat(seen).hasSize(51).last().isEqualTo("51 ARCHIVE_LIMIT");
        }
    }

    @Test
    void archivesInArchivesAreRefused() throws Exception {
        byte[] inner = zip(file("s1/a.jpg", GOOD));
        assertThat(look(zip(
                        file("s1/b.zip", inner), file("s1/c.jpg", gzip(GOOD)), file("s1/d", tar(file("x/y", GOOD))))))
                .containsExactly("1 s1/b.zip NESTED_ARCHIVE", "2 s1/c.jpg NESTED_ARCHIVE", "3 s1/d NESTED_ARCHIVE");
    }

    @Test
    void aTarCutShortGivesWhatCameBefore() throws Exception {
        byte[] large = new byte[100_000];
        new Random(2).nextBytes(large);
        byte[] tar = tar(file("s1/a.jpg", GOOD), file("s1/b.jpg", large));
        List<String> seen = look(Arrays.copyOf(tar, 50_000));
        assertThat(seen.getFirst()).isEqualTo("1 s1/a.jpg 12");
        assertThat(seen.get(1)).isEqualTo("2 s1/b.jpg ARCHIVE_DAMAGED");
        byte[] gz = gzip(tar);
        assertThat(look(Arrays.copyOf(gz, gz.length / 2)).getFirst()).isEqualTo("1 s1/a.jpg 12");
    }

    @Test
    void anEncryptedEntryIsRefused() throws Exception {
        byte[] zip = zip(file("s1/a.jpg", GOOD), file("s1/b.jpg", GOOD));
        zip[indexOf(zip, new byte[] {'P', 'K', 1, 2}) + 8] |= 1;
        assertThat(look(zip)).containsExactly("1 UNREADABLE_ENTRY", "2 s1/b.jpg 12");
    }

    @Test
    void whatIsNoArchiveIsNotOpened() throws Exception {
        assertThatThrownBy(() -> look(GOOD)).isInstanceOf(ArchiveUnreadable.class);
        assertThatThrownBy(() -> look(new byte[0])).isInstanceOf(ArchiveUnreadable.class);
        byte[] zip = zip(file("s1/a.jpg", GOOD));
        assertThatThrownBy(() -> look(Arrays.copyOf(zip, zip.length - 30))).isInstanceOf(ArchiveUnreadable.class);
    }

    @Test
    void noDamageIsMoreThanARefusal() throws Exception {
        Random random = new Random(3);
        for (byte[] whole :
                List.of(zip(file("s1/a.jpg", GOOD)), tar(file("s1/a.jpg", GOOD)), gzip(tar(file("a/b", GOOD))))) {
            for (int i = 0; i < 200; i++) {
                byte[] damaged = whole.clone();
                for (int j = 0; j < 8; j++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                }
                try {
                    look(damaged);
                } catch (ArchiveUnreadable refused) {
                    // as it should be
                }
            }
        }
    }

    /// What a visitor sees: position, path and size, or why not.
    private List<String> look(byte[] bytes) throws IOException, InterruptedException {
        Path file = Files.write(folder.resolve("archive"), bytes);
        List<String> seen = new ArrayList<>();
        try (Archive archive = Archive.open(FileChannel.open(file), LIMITS)) {
            archive.forEach(entry -> {
                seen.add(entry.position() + " " + describe(entry));
                return true;
            });
        }
        return seen;
    }

    private static String describe(dev.facewright.platform.datasets.archive.Entry entry) throws IOException {
        return switch (entry.path()) {
            case EntryPath.Bad bad -> bad.problem().name();
            case EntryPath.Junk ignored -> "junk";
            case EntryPath.Directory ignored -> "folder";
            case EntryPath.AtRoot root -> "root " + root.name();
            case EntryPath.InFolder in -> in.path() + " " + size(entry);
        };
    }

    private static String size(dev.facewright.platform.datasets.archive.Entry entry) throws IOException {
        try {
            return String.valueOf(entry.read().length);
        } catch (EntryRefused refused) {
            return refused.problem().name();
        }
    }

    private record Entry(String name, byte[] content, boolean link) {}

    private static Entry file(String name, byte[] content) {
        return new Entry(name, content, false);
    }

    private static Entry link(String name, String target) {
        return new Entry(name, target.getBytes(UTF_8), true);
    }

    private static byte[] zip(Entry... entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipArchiveOutputStream(bytes)) {
            for (Entry each : entries) {
                var entry = new ZipArchiveEntry(each.name());
                entry.setUnixMode(each.link() ? UnixStat.LINK_FLAG | 0777 : UnixStat.FILE_FLAG | 0644);
                zip.putArchiveEntry(entry);
                zip.write(each.content());
                zip.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] tar(Entry... entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes)) {
            for (Entry each : entries) {
                var entry = each.link()
                        ? new TarArchiveEntry(each.name(), TarArchiveEntry.LF_SYMLINK)
                        : new TarArchiveEntry(each.name(), true);
                if (each.link()) {
                    entry.setLinkName(new String(each.content(), UTF_8));
                } else {
                    entry.setSize(each.content().length);
                }
                tar.putArchiveEntry(entry);
                tar.write(each.link() ? new byte[0] : each.content());
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int i = 0; i + wanted.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        throw new AssertionError("not found");
    }
}
