package dev.facewright.platform.erasure;

import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.erasure.Certificate.OutOfReach;
import dev.facewright.platform.erasure.Certificate.Sealed;
import dev.facewright.platform.erasure.Certificate.Subject;
import dev.facewright.platform.signing.DocumentKind;
import dev.facewright.platform.signing.Signatures;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/// Signs what was proved: once the copies that lie in pages, logs and backups are sealed for good.
@Component
class Certification {
    private final ErasureRepository rows;
    private final CertificateRepository certificates;
    private final CopySeal seal;
    private final CertificateText text;
    private final ObjectProvider<CopyHolders> holders;
    private final Signatures signatures;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final JsonMapper json;

    Certification(
            ErasureRepository rows,
            CertificateRepository certificates,
            CopySeal seal,
            CertificateText text,
            ObjectProvider<CopyHolders> holders,
            Signatures signatures,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            Clock clock,
            JsonMapper json) {
        this.rows = rows;
        this.certificates = certificates;
        this.seal = seal;
        this.text = text;
        this.holders = holders;
        this.signatures = signatures;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
        this.json = json;
    }

    /// For everybody whose erasure is proved. May be broken off anywhere and is begun again then.
    void certify() {
        List<ErasureRow> proved = rows.findByState(ErasureState.ERASED);
        if (!proved.isEmpty()) {
            seal.close();
            proved.forEach(this::certify);
        }
    }

    private void certify(ErasureRow proved) {
        List<Sealed> sealed = seal.copiesOf(Objects.requireNonNull(proved.dataKey()));
        transactions.executeWithoutResult(status -> rows.lock(proved.subject().value())
                .filter(row -> row.state() == ErasureState.ERASED)
                .ifPresent(row -> {
                    Certificate certificate = certificate(row.view(), sealed);
                    certificates.saveAndFlush(new StoredCertificate(
                            row.subject(), certificate.certificate(), signed(certificate), clock.instant()));
                    row.certified(clock.instant());
                    events.publishEvent(new ErasureEvent.ErasureCertified(row.subject(), certificate.certificate()));
                }));
    }

    private Certificate certificate(ErasureView erasure, List<Sealed> sealed) {
        List<OutOfReach> taken = holders.orderedStream()
                .flatMap(each -> each.tell(erasure.subject()).stream())
                .toList();
        return new Certificate(
                Certificate.TYPE,
                UUID.randomUUID(),
                text.issuer(),
                clock.instant(),
                new Subject(Objects.requireNonNull(erasure.commitment()), "hmac-sha-256"),
                erasure.requestedBy(),
                erasure.begunAt(),
                Objects.requireNonNull(erasure.keyDestroyedAt()),
                Objects.requireNonNull(erasure.erasedAt()),
                text.destroyed(erasure),
                sealed,
                text.kept(erasure),
                text.outOfReach(erasure, taken),
                CertificateText.looked(Objects.requireNonNull(erasure.rescan())));
    }

    private String signed(Certificate certificate) {
        byte[] body = json.writeValueAsBytes(certificate);
        return json.writeValueAsString(signatures.sign(DocumentKind.ERASURE_CERTIFICATE, Certificate.MEDIA_TYPE, body));
    }

    /// Whether one waits for its certificate.
    boolean owed(SubjectId subject) {
        return rows.findById(subject.value())
                .filter(row -> row.state() == ErasureState.ERASED)
                .isPresent();
    }
}
