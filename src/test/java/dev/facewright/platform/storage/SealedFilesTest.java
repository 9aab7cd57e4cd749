package dev.facewright.platform.storage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.storage.StorageProblem.KeyDestroyed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@FacewrightTest
class SealedFilesTest {
    private static final byte[] PLACE = "a place".getBytes(UTF_8);

    private final SealedFiles files;
    private final ObjectStore store;
    private final Vault vault;
    private final ObjectKey object = ObjectKey.of(ObjectOwner.upload(UUID.randomUUID()), "archive");

    SealedFilesTest(SealedFiles files, ObjectStore store, Vault vault) {
        this.files = files;
        this.store = store;
        this.vault = vault;
    }

    @Test
    void whatIsPutComesBackAndIsNowhereInThePlain() throws IOException {
        DataKeyId key = vault.createKey(ObjectOwner.upload(UUID.randomUUID()));
        put(key, "the faces of many people");

        try (SealedFile sealed = files.open(object, key, PLACE)) {
            assertThat(Files.readString(sealed.copy(), ISO_8859_1)).doesNotContain("faces");
            assertThat(new String(Channels.newInputStream(sealed.plain()).readAllBytes(), UTF_8))
                    .isEqualTo("the faces of many people");
        }
        assertThat(new String(store.get(object), UTF_8)).doesNotContain("faces");
    }

    @Test
    void theCopyIsGoneWhenItIsClosed() throws IOException {
        DataKeyId key = vault.createKey(ObjectOwner.upload(UUID.randomUUID()));
        put(key, "anything");

        SealedFile sealed = files.open(object, key, PLACE);
        sealed.close();

        assertThat(sealed.copy()).doesNotExist();
    }

    @Test
    void withoutItsKeyItCannotBeOpened() throws IOException {
        DataKeyId key = vault.createKey(ObjectOwner.upload(UUID.randomUUID()));
        put(key, "anything");
        vault.destroy(key);

        assertThatThrownBy(() -> files.open(object, key, PLACE)).isInstanceOf(KeyDestroyed.class);
    }

    private void put(DataKeyId key, String content) throws IOException {
        files.put(object, key, PLACE, new ByteArrayInputStream(content.getBytes(UTF_8)));
    }
}
