package dev.facewright.platform.consent;

import java.util.List;
import org.springframework.stereotype.Component;

/// That there was someone, and what they had agreed to until when.
@Component
class ConsentTraces implements KeptTraces {
    @Override
    public List<Kept> kept() {
        return List.of(
                Kept.subject("data_subject.id", Why.CONSENT_RECORD),
                Kept.subject("consent.subject_id", Why.CONSENT_RECORD),
                Kept.subject("consent_term.subject_id", Why.CONSENT_RECORD),
                Kept.subject("subject_term.subject_id", Why.CONSENT_RECORD));
    }
}
