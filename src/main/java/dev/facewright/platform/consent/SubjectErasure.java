package dev.facewright.platform.consent;

import dev.facewright.platform.consent.ConsentProblem.SubjectNotFound;
import dev.facewright.platform.consent.ConsentProblem.SubjectStillConsents;
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
    private final Vault vault;
    private final Clock clock;

    SubjectErasure(SubjectRepository subjects, LivePurposes livePurposes, Vault vault, Clock clock) {
        this.subjects = subjects;
        this.livePurposes = livePurposes;
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

    /// Destroys the subject's key and lets go of the code, once no `PersonalDataHolder` has anything left. The id
    /// and the dates stay: they are what the lineage and the audit log speak of.
    ///
    /// @return false if it was done before
    /// @throws SubjectStillConsents if `begin` did not allow it
    @Transactional
    public boolean finish(SubjectId id) {
        Subject subject = lock(id);
        if (!subject.erasing()) {
            throw new SubjectStillConsents(id);
        }
        if (subject.erasedAt() != null) {
            return false;
        }
        vault.destroy(subject.dataKey());
        subject.erase(clock.instant());
        return true;
    }

    private Subject lock(SubjectId id) {
        return subjects.lockToChange(id.value()).orElseThrow(() -> new SubjectNotFound(id));
    }
}
