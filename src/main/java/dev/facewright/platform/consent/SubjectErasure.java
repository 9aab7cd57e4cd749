package dev.facewright.platform.consent;

import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.Vault;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Forgets a person who agrees to nothing any more. Whoever holds something about them deletes it between
/// `begin` and `finish`; in between nothing new can come in.
@Service
public class SubjectErasure {
    private final SubjectRepository subjects;
    private final LivePurposes livePurposes;
    private final EvidenceSafe evidence;
    private final Vault vault;
    private final Clock clock;

    SubjectErasure(
            SubjectRepository subjects, LivePurposes livePurposes, EvidenceSafe evidence, Vault vault, Clock clock) {
        this.subjects = subjects;
        this.livePurposes = livePurposes;
        this.evidence = evidence;
        this.vault = vault;
        this.clock = clock;
    }

    /// Shuts the door: from its commit on nothing is live for this subject and no consent can be added.
    ///
    /// @return false if there is nothing to erase: the subject agrees to something, or is erased already
    @Transactional
    public boolean begin(SubjectId id) {
        Subject subject = lock(id);
        if (subject.erasedAt() != null || !livePurposes.of(id).isEmpty()) {
            return false;
        }
        subject.beginErasure(clock.instant());
        return true;
    }

    /// Deletes the evidence, destroys the subject's key and lets go of the code. The id and the dates
    /// stay: they are what the lineage and the audit log speak of.
    ///
    /// @throws SubjectStillConsents if `begin` did not allow it
    @Transactional
    public void finish(SubjectId id) {
        Subject subject = lock(id);
        if (!subject.erasing()) {
            throw new SubjectStillConsents(id);
        }
        for (Consent consent : subject.consents()) {
            String key = consent.evidenceKey();
            if (key != null) {
                evidence.forget(new ObjectKey(key));
            }
        }
        vault.destroy(subject.dataKey());
        subject.erase(clock.instant());
    }

    private Subject lock(SubjectId id) {
        return subjects.lockToChange(id.value()).orElseThrow(() -> new SubjectNotFound(id));
    }
}
