package dev.facewright.platform.consent;

import dev.facewright.platform.storage.ObjectStore;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// The evidence of a person's consents. That they consented, to what and until when stays: it is what the lineage
/// and the audit log speak of.
@Component
class EvidenceHolder implements PersonalDataHolder {
    private final SubjectRepository subjects;
    private final ObjectStore store;
    private final EvidenceProofs proofs;
    private final TransactionOperations transactions;

    EvidenceHolder(
            SubjectRepository subjects, ObjectStore store, EvidenceProofs proofs, TransactionOperations transactions) {
        this.proofs = proofs;
        this.subjects = subjects;
        this.store = store;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "evidence";
    }

    @Override
    public void erase(SubjectId subject) {
        kept(subject).forEach(evidence -> store.delete(evidence.key()));
        transactions.executeWithoutResult(status -> {
            var _ = subjects.lockToChange(subject.value()); // of two who erase the second finds nothing
            proofs.keep(kept(subject));
            subjects.forgetEvidenceOf(subject.value());
        });
    }

    @Override
    public Stream<Held> find(SubjectId subject) {
        return kept(subject).stream().flatMap(this::held);
    }

    @Override
    public Stream<Mark> marks(SubjectId subject) {
        // its object is named by the person and the consent, and ids of consents stay
        return kept(subject).stream().map(evidence -> Mark.hash(evidence.view().sha256()));
    }

    @Override
    public Set<String> ofOthers(SubjectId subject, Collection<String> hashes) {
        return subjects.evidenceOfOthers(subject.value(), hashes.toArray(String[]::new));
    }

    private Stream<Held> held(ConsentEvidence evidence) {
        Held row = new Held.Row("consent_evidence", evidence.id().toString());
        return store.exists(evidence.key()) ? Stream.of(row, new Held.StoredObject(evidence.key())) : Stream.of(row);
    }

    private List<ConsentEvidence> kept(SubjectId subject) {
        return subjects.evidenceOf(subject.value());
    }
}
