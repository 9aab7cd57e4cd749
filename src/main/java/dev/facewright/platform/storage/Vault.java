package dev.facewright.platform.storage;

import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.subtle.Random;
import dev.facewright.platform.storage.DataKeyRepository.Wrapped;
import dev.facewright.platform.storage.StorageProblem.CiphertextRefused;
import dev.facewright.platform.storage.StorageProblem.GenerationGone;
import dev.facewright.platform.storage.StorageProblem.KeyDestroyed;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Arrays;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Envelope encryption: each data key encrypts what belongs to one subject or one temporary file, several together
/// (`JointKey`) what is about several people; the key of a generation encrypts the data keys, which are kept in the
/// database in that form only.
///
/// Unwrapped keys are not kept in memory between calls, so that destroying one takes effect at once on
/// every machine. That nothing which copied its row can open it either takes a change of generation, which
/// `KeyGenerations` makes some time later, or when asked to.
@Component
@DependsOn("firstGeneration")
public class Vault {
    private static final int KEY_BYTES = 32;
    private static final int SEGMENT_BYTES = 1 << 20;

    private final DataKeyRepository keys;
    private final KeyRing ring;
    private final Clock clock;

    Vault(DataKeyRepository keys, KeyRing ring, Clock clock) {
        this.keys = keys;
        this.ring = ring;
        this.clock = clock;
    }

    /// Belongs into the transaction that writes the row of the owner: a key that no row refers to is swept.
    @Transactional
    public DataKeyId createKey(ObjectOwner owner) {
        DataKeyId id = DataKeyId.random();
        KeyRing.Held current = ring.holdCurrent();
        byte[] key = Random.randBytes(KEY_BYTES);
        keys.saveAndFlush(new DataKey(id, owner, current.key().wrap(id, key), current.generation(), clock.instant()));
        Arrays.fill(key, (byte) 0);
        return id;
    }

    /// AES-256-GCM with a random nonce.
    ///
    /// @param associatedData  what the content belongs to; decrypting as anything else fails
    /// @throws KeyDestroyed if the key is no more
    public byte[] encrypt(DataKeyId id, byte[] plain, byte[] associatedData) {
        return this.<byte[], RuntimeException>with(id, key -> new AesGcmJce(key).encrypt(plain, associatedData));
    }

    /// `encrypt` for what is about several people.
    ///
    /// @throws KeyDestroyed if any of the keys is no more
    public byte[] encrypt(JointKey joint, byte[] plain, byte[] associatedData) {
        return this.<byte[], RuntimeException>with(joint, key -> new AesGcmJce(key).encrypt(plain, associatedData));
    }

    /// @throws KeyDestroyed if any of the keys is no more
    /// @throws CiphertextRefused if the content was changed, or belongs to other keys or another thing
    public byte[] decrypt(JointKey joint, byte[] cipher, byte[] associatedData) {
        return this.<byte[], RuntimeException>with(joint, key -> new AesGcmJce(key).decrypt(cipher, associatedData));
    }

    /// @throws KeyDestroyed if the key is no more
    /// @throws CiphertextRefused if the content was changed, or belongs to another key or thing
    public byte[] decrypt(DataKeyId id, byte[] cipher, byte[] associatedData) {
        return this.<byte[], RuntimeException>with(id, key -> new AesGcmJce(key).decrypt(cipher, associatedData));
    }

    /// Encrypts a stream of any length in segments. Closing the result writes the last one and closes
    /// `target`.
    public OutputStream encrypting(DataKeyId id, OutputStream target, byte[] associatedData) throws IOException {
        return this.<OutputStream, IOException>with(id, key -> stream(key).newEncryptingStream(target, associatedData));
    }

    /// Reads what `encrypting` wrote, anywhere in it. Each segment is verified before any byte of it is
    /// seen.
    public SeekableByteChannel decrypting(DataKeyId id, SeekableByteChannel source, byte[] associatedData)
            throws IOException {
        return this.<SeekableByteChannel, IOException>with(
                id, key -> stream(key).newSeekableDecryptingChannel(source, associatedData));
    }

    /// Reads what `encrypting` wrote from its beginning on, a segment in memory at a time. Closing the result closes
    /// `source`.
    public InputStream decrypting(DataKeyId id, InputStream source, byte[] associatedData) throws IOException {
        return this.<InputStream, IOException>with(id, key -> stream(key).newDecryptingStream(source, associatedData));
    }

    /// A secret of 32 bytes that is the key's and says nothing about it: the same for the same label for as long as
    /// the key is there, and with it gone for good.
    ///
    /// @throws KeyDestroyed if the key is no more
    public byte[] derive(DataKeyId id, String label) {
        byte[] info = label.getBytes(StandardCharsets.UTF_8);
        return this.<byte[], RuntimeException>with(
                id, key -> Hkdf.computeHkdf("HMACSHA256", key, new byte[0], info, KEY_BYTES));
    }

    /// Forgets the key. Doing it twice is fine.
    @Transactional
    public void destroy(DataKeyId id) {
        keys.destroy(id.value(), clock.instant());
    }

    private static StreamingAead stream(byte[] key) throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(key, "HmacSha256", KEY_BYTES, SEGMENT_BYTES, 0);
    }

    private <T, E extends Exception> T with(DataKeyId id, KeyUse<T, E> use) throws E {
        return with(JointKey.of(id), use);
    }

    private <T, E extends Exception> T with(JointKey joint, KeyUse<T, E> use) throws E {
        byte[] key = {};
        try {
            key = joint.derive(this::unwrapped);
            return use.apply(key);
        } catch (GeneralSecurityException e) {
            throw new CiphertextRefused(e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /// A key whose generation is gone by the time that is asked for has a later one by now.
    private byte[] unwrapped(DataKeyId id) {
        int last = 0;
        while (true) {
            Wrapped row = keys.wrapped(id.value()).orElseThrow(() -> new KeyDestroyed(id));
            var key = ring.find(row.getGeneration());
            if (key.isPresent()) {
                return key.get().unwrap(id, row.getWrappedKey());
            }
            if (row.getGeneration() <= last) {
                throw new GenerationGone(row.getGeneration());
            }
            last = row.getGeneration();
        }
    }

    private interface KeyUse<T, E extends Exception> {
        T apply(byte[] key) throws GeneralSecurityException, E;
    }
}
