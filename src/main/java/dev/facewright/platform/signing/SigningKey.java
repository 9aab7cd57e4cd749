package dev.facewright.platform.signing;

import dev.facewright.platform.storage.DataKeyId;
import dev.facewright.platform.storage.Sha256;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/// The row of a key: its public half in clear, the other sealed for as long as it may still sign.
@Entity
@Table(name = "signing_key")
class SigningKey implements Persistable<String> {
    @Id
    private String id;

    @Enumerated(EnumType.STRING)
    private DocumentKind kind;

    private byte[] publicKey;
    private byte @Nullable [] sealedKey;
    private @Nullable UUID dataKey;
    private Instant since;
    private @Nullable Instant until;
    private boolean compromised;

    @Transient
    private boolean added;

    protected SigningKey() {}

    SigningKey(DocumentKind kind, byte[] publicKey, DataKeyId dataKey, byte[] sealedKey, Instant now) {
        this.id = id(publicKey);
        this.kind = kind;
        this.publicKey = publicKey;
        this.dataKey = dataKey.value();
        this.sealedKey = sealedKey;
        this.since = now;
        this.added = true;
    }

    static String id(byte[] publicKey) {
        return Sha256.hex(publicKey);
    }

    /// What the private half is sealed for: no other key's can be put in its place.
    static byte[] sealedFor(byte[] publicKey) {
        return ("signing-key:" + id(publicKey)).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return added;
    }

    @PostLoad
    @PostPersist
    void stored() {
        added = false;
    }

    DocumentKind kind() {
        return kind;
    }

    byte[] publicKey() {
        return publicKey.clone();
    }

    Optional<Sealed> sealed() {
        return dataKey == null || sealedKey == null
                ? Optional.empty()
                : Optional.of(new Sealed(new DataKeyId(dataKey), sealedKey.clone()));
    }

    boolean compromised() {
        return compromised;
    }

    /// It signs no document any more.
    void replace(Instant now) {
        if (until == null) {
            until = now;
        }
    }

    void compromise() {
        compromised = true;
    }

    /// It can sign nothing at all any more.
    void forgetSealed() {
        sealedKey = null;
        dataKey = null;
    }

    SigningKeyView view() {
        return new SigningKeyView(id, kind, Base64.getEncoder().encodeToString(publicKey), since, until, compromised);
    }

    record Sealed(DataKeyId key, byte[] seed) {}
}
