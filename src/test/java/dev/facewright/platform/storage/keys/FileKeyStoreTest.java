package dev.facewright.platform.storage.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway") // what is not sealed
class FileKeyStoreTest {
    private static final byte[] KEY = "the key of some generation, 32 b".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path temporary;

    private Path folder;
    private FileKeyStore store;

    @BeforeEach
    void makeStore() {
        folder = temporary.resolve("keys");
        store = new FileKeyStore(folder);
    }

    @Test
    void whatIsKeptIsFoundByItsNameUntilItIsDestroyed() {
        assertThat(store.find("a-1-b", null)).isEmpty();
        store.keep("a-1-b", KEY);
        assertThat(new FileKeyStore(folder).find("a-1-b", null)).contains(KEY);
        assertThat(store.names()).containsExactly("a-1-b");
        store.destroy("a-1-b");
        store.destroy("a-1-b");
        assertThat(store.find("a-1-b", null)).isEmpty();
        assertThat(store.names()).isEmpty();
    }

    @Test
    void aDestroyedKeyIsOverwrittenBeforeItsFileGoes() throws IOException {
        store.keep("a-1-b", KEY);
        Path same = Files.createLink(temporary.resolve("same bytes"), folder.resolve("a-1-b.key"));
        assertThat(Files.readString(same)).contains(Base64.getEncoder().encodeToString(KEY));
        store.destroy("a-1-b");
        assertThat(same).hasSize(44);
        assertThat(Files.readString(same, StandardCharsets.ISO_8859_1))
                .isNotEqualTo(Base64.getEncoder().encodeToString(KEY));
    }

    @Test
    void whoDiedWhileWritingLeavesNoKeyAndWhatIsLeftCanBeDestroyed() throws IOException {
        store.keep("a-1-b", KEY);
        Files.writeString(folder.resolve("a-2-c.new"), "hal");
        assertThat(store.find("a-2-c", null)).isEmpty();
        assertThat(store.names()).containsExactly("a-1-b", "a-2-c");
        store.destroy("a-2-c");
        assertThat(folder.resolve("a-2-c.new")).doesNotExist();
    }

    @Test
    void onlyTheOwnerReadsKeysAlsoWhereTheFolderWasOpenToOthers() throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        store.keep("a-1-b", KEY);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("a-1-b.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void noNameIsUsedTwiceOrLeadsElsewhere() {
        store.keep("a-1-b", KEY);
        assertThatThrownBy(() -> store.keep("a-1-b", new byte[32])).isInstanceOf(IllegalStateException.class);
        assertThat(store.find("a-1-b", null)).contains(KEY);
        assertThatThrownBy(() -> store.find("../a-1-b", null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keysAreNeverKeptInTheDataFolder() {
        Path data = temporary.resolve("data");
        assertThat(settings(null).folderBeside(data)).isEqualTo(temporary.resolve("data-keys"));
        assertThat(settings(temporary.resolve("elsewhere")).folderBeside(data))
                .isEqualTo(temporary.resolve("elsewhere"));
        assertThatThrownBy(() -> settings(data.resolve("keys")).folderBeside(data))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("kept apart");
    }

    private static KeySettings settings(Path folder) {
        var none = new KeySettings.Transit(null, null, "transit");
        return new KeySettings(folder, null, null, null, none, null, null, null, null);
    }
}
