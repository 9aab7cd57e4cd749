package dev.facewright.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.storage.ObjectStore.ListedObject;
import dev.facewright.platform.storage.StorageProblem.ObjectDamaged;
import dev.facewright.platform.storage.StorageProblem.ObjectNotFound;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
        ObjectKey key = ObjectKey.contentAddressed(anyone(), "checked", content);
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
        ObjectOwner owner = anyone();
        ObjectKey key = ObjectKey.contentAddressed(owner, "manifests", CONTENT);
        assertThat(key.value())
                .isEqualTo("subjects/" + owner.id()
                        + "/manifests/ed7002b439e9ac845f22357d822bac1444730fbdb6016d3ec9432297b9ec9f73");
        assertThat(ObjectKey.contentAddressed(owner, "manifests", new byte[1])).isNotEqualTo(key);
        assertThat(ObjectKey.contentAddressed(anyone(), "manifests", CONTENT)).isNotEqualTo(key);
    }

    @Test
    void aKeyTellsItsOwner() {
        for (ObjectOwner.Kind kind : ObjectOwner.Kind.values()) {
            ObjectOwner owner = new ObjectOwner(kind, UUID.randomUUID());
            assertThat(ObjectKey.of(owner, "a", "b").owner()).contains(owner);
        }
        for (String old : new String[] {"images/ed/7002", "models/ab/cd", "uploads/" + UUID.randomUUID(), "x"}) {
            assertThat(new ObjectKey(old).owner()).as(old).isEmpty();
        }
    }

    @Test
    void whatNobodyOwnsIsNotPut() {
        assertThatThrownBy(() -> store.put(new ObjectKey("images/ed/7002"), CONTENT, "text/plain"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyObjectOfAnOwnerIsListedHoweverManyThereAre() {
        ObjectOwner owner = anyone();
        Set<ObjectKey> put = IntStream.range(0, 1_500)
                .mapToObj(number -> ObjectKey.of(owner, "part" + number % 7, "object-" + number))
                .collect(Collectors.toSet());
        put.parallelStream().forEach(key -> store.put(key, CONTENT, "text/plain"));
        store.put(anyKey(), CONTENT, "text/plain");

        try (Stream<ListedObject> listed = store.list(owner)) {
            List<ListedObject> all = listed.toList();
            assertThat(all)
                    .extracting(ListedObject::key)
                    .doesNotHaveDuplicates()
                    .hasSameElementsAs(put);
            assertThat(all).allSatisfy(each -> {
                assertThat(each.bytes()).isEqualTo(CONTENT.length);
                assertThat(each.storedAt()).isCloseTo(new Date().toInstant(), within(10, ChronoUnit.MINUTES));
            });
        }
        try (Stream<ListedObject> listed = store.list(owner.prefix() + "part3/")) {
            assertThat(listed).hasSize(214);
        }
        try (Stream<ListedObject> listed = store.list(anyone())) {
            assertThat(listed).isEmpty();
        }
    }

    /// As an erasure does it: the pages that follow must not skip anything.
    @Test
    void whatIsListedCanBeDeletedOnTheWay() {
        ObjectOwner owner = anyone();
        IntStream.range(0, 1_100)
                .parallel()
                .forEach(number -> store.put(ObjectKey.of(owner, "object-" + number), CONTENT, "text/plain"));
        try (Stream<ListedObject> listed = store.list(owner)) {
            listed.forEach(each -> store.delete(each.key()));
        }
        try (Stream<ListedObject> left = store.list(owner)) {
            assertThat(left).isEmpty();
        }
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
        return ObjectKey.of(anyone(), "tests");
    }

    private static ObjectOwner anyone() {
        return ObjectOwner.subject(UUID.randomUUID());
    }
}
