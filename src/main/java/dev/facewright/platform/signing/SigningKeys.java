package dev.facewright.platform.signing;

import dev.facewright.platform.signing.Envelope.EnvelopeSignature;
import dev.facewright.platform.signing.SigningKeyView.KeyStatus;
import dev.facewright.platform.storage.DataKeyId;
import dev.facewright.platform.storage.ObjectOwner;
import dev.facewright.platform.storage.Vault;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The keys: made when they are missing, replaced when somebody asks, and what the roots say of them after each change.
@Service
public class SigningKeys {
    public static final String STATEMENT_TYPE = "application/vnd.facewright.keys+json";

    private final SigningKeyRepository keys;
    private final KeyStatementRepository statements;
    private final Vault vault;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;
    private final Clock clock;

    SigningKeys(
            SigningKeyRepository keys,
            KeyStatementRepository statements,
            Vault vault,
            ApplicationEventPublisher events,
            JsonMapper json,
            Clock clock) {
        this.keys = keys;
        this.statements = statements;
        this.vault = vault;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    /// Every key there ever was, by kind, the root first, newest first.
    @Transactional(readOnly = true)
    public List<SigningKeyView> all() {
        return keys.findAllByOrderBySinceDescIdAsc().stream()
                .map(SigningKey::view)
                .sorted(Comparator.comparing(SigningKeyView::kind))
                .toList();
    }

    /// What the roots say of the keys: a `KeyList`, signed.
    @Transactional(readOnly = true)
    public Envelope statement() {
        return json.readValue(statements.newest(), Envelope.class);
    }

    /// The public root, which whoever verifies something is given by a way they trust.
    @Transactional(readOnly = true)
    public SigningKeyView root() {
        return keys.inUse(DocumentKind.KEY_STATEMENT).orElseThrow().view();
    }

    /// The next document of this kind is signed with a new key.
    ///
    /// @param compromised  whether what the old one signed is not to be believed any more
    @Transactional
    public void replace(DocumentKind kind, boolean compromised) {
        KeyStatement statement = statements.lock();
        SigningKey old = keys.inUse(kind).orElseThrow();
        old.replace(now());
        if (compromised) {
            old.compromise();
        }
        if (compromised || kind != DocumentKind.KEY_STATEMENT) {
            forget(old);
        }
        keys.flush();
        events.publishEvent(
                compromised
                        ? new SigningEvent.KeyCompromised(old.getId(), kind)
                        : new SigningEvent.KeyReplaced(old.getId(), kind));
        make(kind);
        state(statement);
    }

    /// Does nothing where every kind of document has its key.
    @Transactional
    public void makeMissing() {
        KeyStatement statement = statements.lock();
        List<DocumentKind> missing = Arrays.stream(DocumentKind.values())
                .filter(kind -> keys.inUse(kind).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            missing.forEach(this::make);
            state(statement);
        }
    }

    private void make(DocumentKind kind) {
        Ed25519.Pair pair = Ed25519.generate();
        DataKeyId dataKey = vault.createKey(owner(pair.publicKey()));
        byte[] sealedSeed = vault.encrypt(dataKey, pair.seed(), SigningKey.sealedFor(pair.publicKey()));
        Arrays.fill(pair.seed(), (byte) 0);
        SigningKey key = keys.saveAndFlush(new SigningKey(kind, pair.publicKey(), dataKey, sealedSeed, now()));
        events.publishEvent(new SigningEvent.KeyMade(key.getId(), kind));
    }

    /// A key is named by a hash, and what owns data keys by a UUID: this one's follows from the same.
    private static ObjectOwner owner(byte[] publicKey) {
        return new ObjectOwner(ObjectOwner.Kind.SIGNING, UUID.nameUUIDFromBytes(publicKey));
    }

    private void forget(SigningKey key) {
        key.sealed().ifPresent(half -> {
            key.forgetSealed();
            keys.flush();
            vault.destroy(half.key());
        });
    }

    /// Signed by every root that has not fallen into other hands, for those who know an earlier one only.
    private void state(KeyStatement statement) {
        // never below the time, so that a database that was restored from a backup does not go back behind what was
        // seen
        long sequence = Math.max(statement.sequence() + 1, now().getEpochSecond());
        byte[] payload = json.writeValueAsBytes(KeyList.of(sequence, now(), all()));
        List<EnvelopeSignature> signatures = keys.findByKindOrderBySinceDescIdAsc(DocumentKind.KEY_STATEMENT).stream()
                .filter(root -> root.view().status() != KeyStatus.COMPROMISED)
                .map(root -> sign(root, STATEMENT_TYPE, payload))
                .toList();
        statement.next(sequence, json.writeValueAsString(Envelope.of(STATEMENT_TYPE, payload, signatures)));
    }

    EnvelopeSignature sign(SigningKey key, String type, byte[] payload) {
        return EnvelopeSignature.of(key.getId(), signed(key, Envelope.preAuthentication(type, payload)));
    }

    byte[] signed(SigningKey key, byte[] message) {
        SigningKey.Sealed half = key.sealed().orElseThrow();
        byte[] seed = vault.decrypt(half.key(), half.seed(), SigningKey.sealedFor(key.publicKey()));
        try {
            return Ed25519.sign(seed, message);
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
