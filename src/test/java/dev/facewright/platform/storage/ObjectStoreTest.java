package dev.facewright.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.platform.FacewrightTest;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@FacewrightTest
@SuppressWarnings("NullAway") // hands in nothing on purpose
class ObjectStoreTest {
    private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);

    private final ObjectStore store;

    ObjectStoreTest(ObjectStore store) {
        this.store = store;
    }

    @Test
    void whatIsNotWhatWasPutIsSaidToBeDamaged() {
        byte[] content = "as it was put".getBytes(StandardCharsets.UTF_8);
        ObjectKey key = ObjectKey.contentAddressed("checked", content);
        store.put(key, content, "text/plain");

        assertThat(store.get(key, Sha256.hex(content))).isEqualTo(content);

        store.put(key, "as somebody changed it".getBytes(StandardCharsets.UTF_8), "text/plain");

        assertThatThrownBy(() -> store.get(key, Sha256.hex(content))).isInstanceOf(ObjectDamaged.class);
    }

    @Test
    void whatIsPutIsThereUntilDeleted() {
        ObjectKey key = anyKey();
        assertThat(store.exists(key)).isFalse();
        store.put(key, CONTENT, "text/plain");
        assertThat(store.exists(key)).isTrue();
        assertThat(store.size(key)).isEqualTo(CONTENT.length);
        assertThat(store.get(key)).isEqualTo(CONTENT);
        store.delete(key);
        store.delete(key);
        assertThatThrownBy(() -> store.get(key)).isInstanceOf(ObjectNotFound.class);
    }

    @Test
    void aFileIsPutWithoutBeingRead(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[6 << 20]);
        ObjectKey key = anyKey();
        store.put(key, file, "application/octet-stream");
        assertThat(store.size(key)).isEqualTo(6 << 20);
    }

    @Test
    void anEmptyObjectIsAnObject() {
        ObjectKey key = anyKey();
        store.put(key, new byte[0], "text/plain");
        assertThat(store.get(key)).isEmpty();
    }

    @Test
    void theSameContentHasTheSameKeyAndOtherContentAnother() {
        ObjectKey key = ObjectKey.contentAddressed("images", CONTENT);
        assertThat(key.value()).isEqualTo("images/ed/7002b439e9ac845f22357d822bac1444730fbdb6016d3ec9432297b9ec9f73");
        assertThat(ObjectKey.contentAddressed("images", new byte[1])).isNotEqualTo(key);
    }

    @Test
    void aKeyCannotLeaveItsFolder() {
        for (String bad : new String[] {"../x", "a/../b", "/a", "a//b", "a b", "", "a/", "ä"}) {
            assertThatThrownBy(() -> new ObjectKey(bad)).as(bad).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aStoreThatDoesNotAnswerIsNamedAtStart() throws IOException {
        int nobody;
        try (var socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        StorageSettings settings = settings("http://127.0.0.1:" + nobody, null);
        var beans = new StorageBeans();
        assertThatThrownBy(() -> beans.objectStore(beans.minioClient(settings), settings))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("http://127.0.0.1:" + nobody)
                .hasMessageContaining("facewright.storage.endpoint");
    }

    static StorageSettings settings(String endpoint, String key) {
        return new StorageSettings(
                endpoint,
                "access",
                "secret-key",
                "bucket",
                "us-east-1",
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                key);
    }

    private static ObjectKey anyKey() {
        return ObjectKey.of("tests", UUID.randomUUID().toString());
    }
}
