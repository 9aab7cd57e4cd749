package dev.facewright.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.storage.StorageProblem.CiphertextRefused;
import dev.facewright.platform.storage.StorageProblem.KeyDestroyed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@FacewrightTest
class VaultTest {
    private static final byte[] FACE = "a face".getBytes(StandardCharsets.UTF_8);
    private static final byte[] HERE = "image:1".getBytes(StandardCharsets.UTF_8);
    private static final byte[] THERE = "image:2".getBytes(StandardCharsets.UTF_8);

    private final Vault vault;
    private final JdbcClient jdbc;

    VaultTest(Vault vault, JdbcClient jdbc) {
        this.vault = vault;
        this.jdbc = jdbc;
    }

    @Test
    void whatIsEncryptedComesBack() {
        DataKeyId key = vault.createKey(ObjectOwner.upload(UUID.randomUUID()));
        byte[] cipher = vault.encrypt(key, FACE, HERE);
        assertThat(cipher).hasSize(FACE.length + 28);
        assertThat(vault.decrypt(key, cipher, HERE)).isEqualTo(FACE);
        assertThat(vault.encrypt(key, FACE, HERE)).isNotEqualTo(cipher);
    }

    @Test
    void contentCannotBePassedOffAsSomethingElse() {
        DataKeyId key = vault.createKey(ObjectOwner.upload(UUID.randomUUID()));
        byte[] cipher = vault.encrypt(key, FACE, HERE);
        assertThatThrownBy(() -> vault.decrypt(key, cipher, THERE)).isInstanceOf(CiphertextRefused.class);
        DataKeyId other = vault.createKey(ObjectOwner.upload(UUID.randomUUID()));
        assertThatThrownBy(() -> vault.decrypt(other, cipher, HERE)).isInstanceOf(CiphertextRefused.class);
        cipher[cipher.length - 1] ^= 1;
        assertThatThrownBy(() -> vault.decrypt(key, cipher, HERE)).isInstanceOf(CiphertextRefused.class);
    }

    @Test
    void destroyingAKeyMakesEverythingUnderItUnreadable() {
        DataKeyId key = vault.createKey(ObjectOwner.upload(UUID.randomUUID()));
        byte[] cipher = vault.encrypt(key, FACE, HERE);
        vault.destroy(key);
        vault.destroy(key);
        assertThatThrownBy(() -> vault.decrypt(key, cipher, HERE)).isInstanceOf(KeyDestroyed.class);
        assertThat(jdbc.sql("select wrapped_key is null and destroyed_at is not null from data_key where id = ?")
                        .param(key.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aLongStreamIsReadAnywhereInIt(@TempDir Path folder) throws IOException {
        DataKeyId key = vault.createKey(ObjectOwner.upload(UUID.randomUUID()));
        byte[] plain = new byte[3_000_000];
        new Random(7).nextBytes(plain);
        var cipher = new ByteArrayOutputStream();
        try (var out = vault.encrypting(key, cipher, HERE)) {
            out.write(plain);
        }
        Path file = Files.write(folder.resolve("cipher"), cipher.toByteArray());
        try (var channel = vault.decrypting(key, FileChannel.open(file), HERE)) {
            assertThat(channel.size()).isEqualTo(plain.length);
            ByteBuffer some = ByteBuffer.allocate(5);
            channel.position(2_500_000).read(some);
            assertThat(some.array()).containsExactly(java.util.Arrays.copyOfRange(plain, 2_500_000, 2_500_005));
        }
    }
}
