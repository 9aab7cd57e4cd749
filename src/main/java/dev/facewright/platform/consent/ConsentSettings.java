package dev.facewright.platform.consent;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// What may be recorded about a consent.
///
/// @param evidenceLimit  the largest evidence file
/// @param importLimit  the largest sheet of subjects
/// @param evidenceProvable  how long after its erasure whoever has the paper can show that it was the evidence
@ConfigurationProperties("facewright.consent")
record ConsentSettings(
        @DefaultValue("10MB") DataSize evidenceLimit,
        @DefaultValue("5MB") DataSize importLimit,
        @DefaultValue("P10Y") Period evidenceProvable) {}
