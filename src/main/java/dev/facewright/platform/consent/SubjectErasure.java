package dev.facewright.platform.consent;

import dev.facewright.platform.consent.ConsentProblem.SubjectNotFound;
import dev.facewright.platform.consent.ConsentProblem.SubjectStillConsents;
import dev.facewright.platform.storage.DataKeyId;
import dev.facewright.platform.storage.Vault;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
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

    /// By what traces of the person can be told once everything is gone. The code is among them until `destroyKey`.
    @Transactional(readOnly = true)
    public List<Mark> marks(SubjectId id) {
        Subject subject = subjects.findById(id.value()).orElseThrow(() -> new SubjectNotFound(id));
        Mark known = Mark.subject(id);
        String code = subject.code();
        return code == null ? List.of(known) : List.of(known, new Mark(Mark.Kind.CODE, code));
    }

    /// Whether somebody else has the pseudonym by now, once it was let go of.
    @Transactional(readOnly = true)
    public boolean codeTaken(String code) {
        return subjects.existsByCode(code);
    }

    /// A secret of the person's, which goes with their key: whoever was given it can show later that what was committed
    /// to with it is about them.
    ///
    /// @throws SubjectNotFound if there is none
    @Transactional(readOnly = true)
    public byte[] secretOf(SubjectId id) {
        return vault.derive(
                subjects.dataKeyOf(id.value()).map(DataKeyId::new).orElseThrow(() -> new SubjectNotFound(id)),
                "receipt");
    }

    /// Makes everything that lies anywhere unreadable, and lets go of the code: the first step, which cannot be taken
    /// back. From now on nothing of the person can be opened, however long it takes to delete it.
    ///
    /// @return the key that is no more
    /// @throws SubjectStillConsents if `begin` did not allow it
    @Transactional(propagation = Propagation.MANDATORY)
    public DataKeyId destroyKey(SubjectId id) {
        Subject subject = lock(id);
        if (!subject.erasing()) {
            throw new SubjectStillConsents(id);
        }
        vault.destroy(subject.dataKey());
        subject.forgetCode();
        return subject.dataKey();
    }

    /// Says that the person is erased, once no `PersonalDataHolder` has anything left and nothing unexplained was
    /// found. The id and the dates stay: they are what the lineage and the audit log speak of.
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
