package dev.facewright.platform.benchmarks;

/// Why images that no data subject entered here may be held and scored.
public enum LegalBasis {
    /// The people pictured agreed to evaluation here: the benchmark names their consents and goes with them.
    CONSENT,
    /// Scientific research under a licence that names this use (GDPR art. 9(2)(j) with art. 89).
    RESEARCH_LICENCE,
    /// Substantial public interest laid down in law (GDPR art. 9(2)(g)).
    PUBLIC_INTEREST,
    /// No living person is pictured: rendered or generated faces.
    SYNTHETIC
}
