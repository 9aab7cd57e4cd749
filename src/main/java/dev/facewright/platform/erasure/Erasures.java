package dev.facewright.platform.erasure;

import dev.facewright.platform.approvals.Approvals;
import dev.facewright.platform.approvals.ProposalView;
import dev.facewright.platform.consent.SubjectErasure;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.consent.SubjectView;
import dev.facewright.platform.consent.Subjects;
import dev.facewright.platform.consent.WithdrawalReason;
import dev.facewright.platform.erasure.ErasureProblem.CertificateNotIssued;
import dev.facewright.platform.erasure.ErasureProblem.ErasureNotFound;
import dev.facewright.platform.erasure.ErasureProblem.ReceiptGone;
import dev.facewright.platform.kernel.PageView;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Erasures to be looked at, their certificates, and the receipts by which people can tell which one is theirs.
@Service
public class Erasures {
    private final ErasureRepository rows;
    private final CertificateRepository certificates;
    private final SubjectErasure subjects;
    private final Subjects people;
    private final Approvals approvals;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;

    Erasures(
            ErasureRepository rows,
            CertificateRepository certificates,
            SubjectErasure subjects,
            Subjects people,
            Approvals approvals,
            ApplicationEventPublisher events,
            JsonMapper json) {
        this.rows = rows;
        this.certificates = certificates;
        this.subjects = subjects;
        this.people = people;
        this.approvals = approvals;
        this.events = events;
        this.json = json;
    }

    /// Newest first.
    ///
    /// @param open  whether only those without a certificate
    @Transactional(readOnly = true)
    public PageView<ErasureView> list(boolean open, int page, int size) {
        var request = PageRequest.of(page, size);
        return PageView.of(
                open
                        ? rows.findByStateNotOrderByBegunAtDescSubjectId(ErasureState.CERTIFIED, request)
                        : rows.findAllByOrderByBegunAtDescSubjectId(request),
                ErasureRow::view);
    }

    /// @throws ErasureNotFound if none has begun, or it was done before there were certificates
    @Transactional(readOnly = true)
    public ErasureView get(SubjectId subject) {
        return find(subject).orElseThrow(() -> new ErasureNotFound(subject));
    }

    @Transactional(readOnly = true)
    public Optional<ErasureView> find(SubjectId subject) {
        return rows.findById(subject.value()).map(ErasureRow::view);
    }

    /// The signed certificate, byte by byte as it was issued: a DSSE envelope in JSON.
    ///
    /// @throws CertificateNotIssued if there is none yet
    @Transactional(readOnly = true)
    public String envelope(SubjectId subject) {
        return certificates
                .findById(subject.value())
                .map(StoredCertificate::envelope)
                .orElseThrow(() -> new CertificateNotIssued(subject));
    }

    /// What is signed in it.
    @Transactional(readOnly = true)
    public Optional<Certificate> certificate(SubjectId subject) {
        return certificates.findById(subject.value()).map(stored -> {
            byte[] payload = java.util.Base64.getDecoder()
                    .decode(json.readTree(stored.envelope()).path("payload").asString());
            return json.readValue(new String(payload, StandardCharsets.UTF_8), Certificate.class);
        });
    }

    /// Proposes to erase somebody who still agrees to something: somebody else has to approve.
    @Transactional
    public ProposalView propose(SubjectId subject, WithdrawalReason reason) {
        return approvals.propose(ErasureByHand.KIND, subject.value(), reason.code());
    }

    /// What a person is given to keep. Looking at it is audited.
    ///
    /// @throws ReceiptGone once the erasure has begun
    @Transactional
    public Receipt receipt(SubjectId subject) {
        SubjectView person = people.get(subject);
        String code = person.code();
        if (code == null || rows.existsById(subject.value())) {
            throw new ReceiptGone(subject);
        }
        events.publishEvent(new ErasureEvent.ReceiptShown(subject));
        return new Receipt(code, HexFormat.of().formatHex(subjects.secretOf(subject)));
    }

    /// @param secret  64 hexadecimal digits
    public record Receipt(String code, String secret) {}
}
