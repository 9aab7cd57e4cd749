package dev.facewright.platform.storage.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.subtle.Random;
import com.google.crypto.tink.subtle.X25519;
import dev.facewright.platform.storage.keys.KeyCall.Answer;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// How keys cross a network between two who share a secret. A call is authenticated by it; the answer is encrypted
/// under
/// it and under what two fresh X25519 pairs agree on. Both private keys are forgotten with the call: who recorded it
/// and learns the secret later reads no key, so that a destroyed generation is not kept alive in a recording.
public final class KeyCallSeal {
    private static final String HASH = "HmacSha256";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 16;
    private static final byte[] NO_SALT = {};

    private final byte[] secret;

    public KeyCallSeal(String secret) {
        this.secret = secret.getBytes(UTF_8);
    }

    /// A call, and the private key that opens its answer.
    public record Asked(KeyCall call, byte[] privateKey) {}

    public Asked ask(String what, Instant now) {
        byte[] own = X25519.generatePrivateKey();
        byte[] nonce = Random.randBytes(NONCE_BYTES);
        long at = now.toEpochMilli();
        byte[] open = checked(() -> X25519.publicFromPrivate(own));
        return new Asked(new KeyCall(what, nonce, at, open, mac(what, nonce, at, open)), own);
    }

    /// Whether somebody made it who has the secret.
    public boolean made(KeyCall call) {
        return call.nonce().length == NONCE_BYTES
                && call.publicKey().length == KEY_BYTES
                && MessageDigest.isEqual(mac(call.what(), call.nonce(), call.at(), call.publicKey()), call.mac());
    }

    public Answer answer(KeyCall call, byte[] content) {
        byte[] own = X25519.generatePrivateKey();
        return checked(() -> new Answer(
                X25519.publicFromPrivate(own),
                cipher(own, call.publicKey(), call).encrypt(content, call.mac())));
    }

    /// @throws IllegalStateException if it is no answer to this call by somebody who has the secret
    public byte[] open(Asked asked, Answer answer) {
        return checked(() -> cipher(asked.privateKey(), answer.publicKey(), asked.call())
                .decrypt(answer.sealed(), asked.call().mac()));
    }

    private AesGcmJce cipher(byte[] own, byte[] other, KeyCall call) throws GeneralSecurityException {
        byte[] agreed = X25519.computeSharedSecret(own, other);
        byte[] both = ByteBuffer.allocate(agreed.length + secret.length)
                .put(agreed)
                .put(secret)
                .array();
        return new AesGcmJce(Hkdf.computeHkdf(HASH, both, call.nonce(), info("answer"), KEY_BYTES));
    }

    private byte[] mac(String what, byte[] nonce, long at, byte[] publicKey) {
        return checked(() -> {
            Mac mac = Mac.getInstance(HASH);
            mac.init(new SecretKeySpec(Hkdf.computeHkdf(HASH, secret, NO_SALT, info("call"), KEY_BYTES), HASH));
            mac.update(nonce);
            mac.update(ByteBuffer.allocate(Long.BYTES).putLong(at).array());
            mac.update(publicKey);
            return mac.doFinal(what.getBytes(UTF_8)); // all before it have one length
        });
    }

    private static byte[] info(String use) {
        return ("facewright key " + use).getBytes(UTF_8);
    }

    private interface Crypto<T> {
        T get() throws GeneralSecurityException;
    }

    private static <T> T checked(Crypto<T> work) {
        try {
            return work.get();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The answer was not made by the server that was asked, or is damaged", e);
        }
    }
}
