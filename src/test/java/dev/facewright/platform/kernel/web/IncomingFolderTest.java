package dev.facewright.platform.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.kernel.ServerRole;
import dev.facewright.platform.kernel.ServerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncomingFolderTest {
    private static final String NOBODY = "999999999"; // above every process number

    @TempDir
    Path data;

    @Test
    void whatAKilledProcessLeftIsDeletedAtTheNextStart() throws IOException {
        Path left = leave(NOBODY);
        Path ownNumberOfBefore = leave(Long.toString(ProcessHandle.current().pid()));

        IncomingFolder folder = folder();

        assertThat(left).doesNotExist();
        assertThat(ownNumberOfBefore).doesNotExist();
        assertThat(folder.path()).isEmptyDirectory();
    }

    @Test
    void whatAnotherLivingProcessReceivesStays() throws IOException {
        Path theirs = leave(
                Long.toString(ProcessHandle.current().parent().orElseThrow().pid()));

        folder();

        assertThat(theirs).exists();
    }

    @Test
    void nothingStaysAfterAnOrderlyEnd() throws IOException {
        IncomingFolder folder = folder();
        assertThat(folder.newFile()).hasParent(folder.path());

        folder.delete();

        assertThat(folder.path()).doesNotExist();
    }

    private IncomingFolder folder() throws IOException {
        return new IncomingFolder(new ServerSettings(ServerRole.ALL, data));
    }

    private Path leave(String process) throws IOException {
        Path folder = Files.createDirectories(data.resolve("incoming").resolve(process));
        return Files.writeString(folder.resolve("part"), "a face");
    }
}
