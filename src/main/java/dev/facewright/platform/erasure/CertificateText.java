package dev.facewright.platform.erasure;

import dev.facewright.platform.consent.EvidenceProofs;
import dev.facewright.platform.consent.KeptTraces.Why;
import dev.facewright.platform.consent.Mark;
import dev.facewright.platform.erasure.Certificate.Destroyed;
import dev.facewright.platform.erasure.Certificate.Kept;
import dev.facewright.platform.erasure.Certificate.Looked;
import dev.facewright.platform.erasure.Certificate.OutOfReach;
import dev.facewright.platform.storage.StoreFacts;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Words what an erasure left in each of the four classes.
@Component
class CertificateText {
    private static final Map<Why, String> BASIS = Map.of(
            Why.LINEAGE, "Regulation (EU) 2024/1689, Art. 18; Regulation (EU) 2016/679, Art. 17(3)(b)",
            Why.CONSENT_RECORD, "Regulation (EU) 2016/679, Art. 7(1) with Art. 17(3)(b) and (e)",
            Why.AUDIT_LOG, "Regulation (EU) 2016/679, Art. 5(2) with Art. 17(3)(b) and (e)",
            Why.ERASURE_RECORD, "Regulation (EU) 2016/679, Art. 5(2) with Art. 17(3)(e)",
            Why.TASK, "the erasure itself");

    private final ErasureSettings settings;
    private final EvidenceProofs proofs;
    private final StoreFacts store;

    CertificateText(ErasureSettings settings, EvidenceProofs proofs, StoreFacts store) {
        this.store = store;
        this.proofs = proofs;
        this.settings = settings;
    }

    /// What there was, before anything was destroyed.
    static Map<String, Long> counts(Collection<Mark> marks) {
        Map<String, Long> counts = new TreeMap<>();
        counts.put("key", 1L);
        marks.forEach(mark -> counts.merge(
                switch (mark.kind()) {
                    case SUBJECT -> "rows-under-the-person";
                    case CODE -> "pseudonym";
                    case IMAGE -> "images";
                    case HASH -> "fingerprints";
                    case OBJECT -> "objects";
                },
                1L,
                Long::sum));
        counts.remove("rows-under-the-person");
        return counts;
    }

    List<Destroyed> destroyed(ErasureView erasure) {
        return erasure.destroyed().entrySet().stream()
                .map(each -> new Destroyed(each.getKey(), each.getValue()))
                .toList();
    }

    List<Kept> kept(ErasureView erasure) {
        LocalDate until = LocalDate.ofInstant(Objects.requireNonNull(erasure.erasedAt()), ZoneOffset.UTC)
                .plus(settings.recordsKept());
        Stream<Kept> traces = Objects.requireNonNull(erasure.rescan()).kept().stream()
                .map(trace -> kept(trace.column(), trace.what(), trace.count(), Why.valueOf(trace.why()), until));
        Stream<Kept> hashes = proofs.of(erasure.subject()).stream()
                .map(staying -> kept(
                        "evidence_proof.keyed_hash",
                        "KEYED_HASH",
                        staying.count(),
                        Why.CONSENT_RECORD,
                        LocalDate.ofInstant(staying.until(), ZoneOffset.UTC)));
        return Stream.concat(traces, hashes).toList();
    }

    private static Kept kept(String column, String what, long count, Why why, LocalDate until) {
        @Nullable LocalDate end = why == Why.TASK ? null : until;
        return new Kept(column, what, count, why.name(), Objects.requireNonNull(BASIS.get(why)), end);
    }

    /// What nobody can be sure of is said with what nobody can reach.
    List<OutOfReach> outOfReach(ErasureView erasure, List<OutOfReach> taken) {
        List<OutOfReach> all = new ArrayList<>(taken);
        erasure.unattributed()
                .forEach((holder, what) ->
                        all.add(new OutOfReach("unattributed", holder + ": " + what, null, null, null)));
        if (store.replicated()) {
            all.add(new OutOfReach("replicas", "of the bucket, by its own configuration", null, null, null));
        }
        if (!settings.replicas().isBlank()) {
            all.add(new OutOfReach("replicas", settings.replicas(), null, null, null));
        }
        all.add(new OutOfReach("temporary-files-of-other-servers", "deleted when the task ends", null, null, null));
        return all;
    }

    static Looked looked(RescanReport report) {
        return new Looked(
                report.from(),
                report.to(),
                report.tables(),
                report.rows(),
                report.objects(),
                report.files(),
                report.codeLookedFor(),
                0);
    }

    String issuer() {
        return settings.issuer();
    }
}
