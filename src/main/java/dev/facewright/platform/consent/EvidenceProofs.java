package dev.facewright.platform.consent;

import dev.facewright.platform.consent.ConsentProblem.EvidenceNotFound;
import dev.facewright.platform.storage.ObjectOwner;
import dev.facewright.platform.storage.Sha256;
import dev.facewright.platform.storage.Vault;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What outlives evidence: until the end of the year's key, whoever has the paper can show that it was the one.
@Service
public class EvidenceProofs {
    private static final String HMAC = "HmacSHA256";

    private final EvidenceProofRepository proofs;
    private final EvidenceProofKeyRepository keys;
    private final Vault vault;
    private final ConsentSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EvidenceProofs(
            EvidenceProofRepository proofs,
            EvidenceProofKeyRepository keys,
            Vault vault,
            ConsentSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.proofs = proofs;
        this.keys = keys;
        this.vault = vault;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /// In the transaction that forgets the hashes themselves.
    @Transactional(propagation = Propagation.MANDATORY)
    void keep(Collection<ConsentEvidence> erased) {
        if (!erased.isEmpty()) {
            EvidenceProofKey key = ofThisYear();
            proofs.saveAllAndFlush(erased.stream()
                    .map(each -> new EvidenceProof(
                            each.id(), key.getId(), keyed(key, each.view().sha256())))
                    .toList());
        }
    }

    private EvidenceProofKey ofThisYear() {
        var now = clock.instant().atZone(ZoneOffset.UTC);
        return keys.findById(now.getYear()).orElseGet(() -> {
            var _ = keys.takeTurn();
            return keys.findById(now.getYear()).orElseGet(() -> {
                UUID owner = UUID.nameUUIDFromBytes(("evidence " + now.getYear()).getBytes(StandardCharsets.UTF_8));
                Instant end = now.plus(settings.evidenceProvable()).toInstant();
                return keys.saveAndFlush(
                        new EvidenceProofKey(now.getYear(), vault.createKey(ObjectOwner.evidence(owner)), end));
            });
        });
    }

    private String keyed(EvidenceProofKey key, String hash) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(vault.derive(key.key(), "evidence"), HMAC));
            return HexFormat.of().formatHex(mac.doFinal(HexFormat.of().parseHex(hash)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Whether this was the evidence of that consent, and until when that can be told.
    ///
    /// @throws EvidenceNotFound if none was erased, or it cannot be told any more
    @Transactional(readOnly = true)
    public Checked check(ConsentId consent, byte[] content) {
        EvidenceProof proof = proofs.findById(consent.value()).orElseThrow(() -> new EvidenceNotFound(consent));
        EvidenceProofKey key = keys.findById(proof.year())
                .filter(found -> !found.ended())
                .orElseThrow(() -> new EvidenceNotFound(consent));
        boolean same = MessageDigest.isEqual(
                keyed(key, Sha256.hex(content)).getBytes(StandardCharsets.UTF_8),
                proof.keyedHash().getBytes(StandardCharsets.UTF_8));
        return new Checked(same, key.endsAt());
    }

    /// How many hashes of a person's evidence stay, and until when; empty for none.
    @Transactional(readOnly = true)
    public Optional<Staying> of(SubjectId subject) {
        List<EvidenceProof> theirs = proofs.ofSubject(subject.value());
        return theirs.stream()
                .map(proof -> keys.findById(proof.year()).orElse(null))
                .filter(Objects::nonNull)
                .map(EvidenceProofKey::endsAt)
                .max(Instant::compareTo)
                .map(end -> new Staying(theirs.size(), end));
    }

    /// `facewright.consent.evidence-end-check` says how often.
    @Scheduled(fixedDelayString = "${facewright.consent.evidence-end-check:1h}")
    @Transactional
    public void end() {
        Instant now = clock.instant();
        for (EvidenceProofKey key : keys.due(now)) {
            vault.destroy(key.key());
            key.end(now);
            events.publishEvent(new EvidenceProofsEnded(key.getId()));
        }
    }

    /// @param same  whether what was handed in is what was erased
    /// @param until  when nobody can tell any more
    public record Checked(boolean same, Instant until) {}

    /// @param count  of keyed hashes
    public record Staying(long count, Instant until) {}
}
