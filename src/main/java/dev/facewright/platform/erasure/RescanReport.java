package dev.facewright.platform.erasure;

import dev.facewright.platform.erasure.rescan.Findings;
import dev.facewright.platform.erasure.rescan.Rescan;
import java.time.Instant;
import java.util.List;

/// What was looked through before an erasure was said to be done, and what may stay.
///
/// @param codeLookedFor  false for a pseudonym so short that it stands anywhere by chance
public record RescanReport(
        Instant from,
        Instant to,
        int tables,
        long rows,
        long objects,
        long files,
        boolean codeLookedFor,
        List<Findings.Explained> kept) {
    public RescanReport {
        kept = List.copyOf(kept);
    }

    static RescanReport of(Rescan.Report report, Findings findings, boolean codeLookedFor) {
        return new RescanReport(
                report.from(),
                report.to(),
                report.tables(),
                report.rows(),
                report.objects(),
                report.files(),
                codeLookedFor,
                findings.explained());
    }
}
