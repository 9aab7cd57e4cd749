package dev.facewright.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {
    @TempDir
    Path data;

    @Test
    void whatAKilledProcessLeftIsDeletedAtTheNextStart() throws IOException {
        Path left = leave("work", UUID.randomUUID().toString());
        Path ofBefore = leave("incoming", "1");

        WorkFolder folder = folder();

        assertThat(left).doesNotExist();
        assertThat(left.getParent()).doesNotExist();
        assertThat(ofBefore).doesNotExist();
        assertThat(folder.path()).isEmptyDirectory();
        folder.delete();
    }

    @Test
    void whatDiesLaterIsSweptByALivingNeighbourAndCounted() throws IOException {
        WorkFolder folder = folder();
        Path mine = folder.newFile();
        leave("work", UUID.randomUUID().toString());

        assertThat(folder.sweep()).isEqualTo(1);
        assertThat(folder.sweep()).isZero();
        assertThat(mine).exists();
        folder.delete();
    }

    @Test
    void whatAnotherOfThisProcessHasStays() throws IOException {
        WorkFolder other = folder();
        Path theirs = other.newFile();

        WorkFolder folder = folder();

        assertThat(theirs).exists();
        folder.delete();
        other.delete();
    }

    @Test
    void whatALivingProcessElsewhereHasStaysUntilItIsKilled() throws Exception {
        Path theirs = leave("work", UUID.randomUUID().toString());
        Process holder = holding(
                theirs.resolveSibling(Objects.requireNonNull(theirs.getParent()).getFileName() + ".lock"));
        WorkFolder folder = folder();
        assertThat(theirs).exists();

        holder.destroyForcibly().waitFor();

        assertThat(folder.sweep()).isEqualTo(1);
        assertThat(theirs).doesNotExist();
        folder.delete();
    }

    @Test
    void nobodyElseLooksIn() throws IOException {
        WorkFolder folder = folder();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
                .isEqualTo("rwx------");
        folder.delete();
    }

    @Test
    void nothingStaysAfterAnOrderlyEnd() throws IOException {
        WorkFolder folder = folder();
        assertThat(folder.newFile()).hasParent(folder.path());

        folder.delete();

        assertThat(data.resolve("work")).isEmptyDirectory();
    }

    private WorkFolder folder() throws IOException {
        return new WorkFolder(
                new ServerSettings(ServerRole.ALL, data, URI.create("http://localhost"), java.util.List.of()));
    }

    private Path leave(String area, String process) throws IOException {
        Path folder = Files.createDirectories(data.resolve(area).resolve(process));
        return Files.writeString(folder.resolve("part"), "a face");
    }

    private static Process holding(Path lock) throws IOException {
        Path beside = Objects.requireNonNull(lock.getParent()).resolveSibling(lock.getFileName());
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        beside.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.inputReader().readLine()).isEqualTo("locked");
        return process;
    }
}
