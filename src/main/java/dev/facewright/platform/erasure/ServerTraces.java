package dev.facewright.platform.erasure;

import dev.facewright.platform.consent.KeptTraces;
import java.util.List;
import org.springframework.stereotype.Component;

/// What this module keeps, and modules below it that know nothing of people: what happened, what is under way, and
/// whose
/// a destroyed key was.
@Component
class ServerTraces implements KeptTraces {
    @Override
    public List<Kept> kept() {
        return List.of(
                Kept.subject("audit_entry.ids", Why.AUDIT_LOG),
                Kept.subject("audit_entry.id_values", Why.AUDIT_LOG),
                Kept.image("audit_entry.ids", Why.AUDIT_LOG),
                Kept.image("audit_entry.id_values", Why.AUDIT_LOG),
                Kept.subject("erasure.subject_id", Why.ERASURE_RECORD),
                Kept.subject("erasure_marks.subject_id", Why.TASK),
                Kept.subject("erasure_certificate.subject_id", Why.ERASURE_RECORD),
                Kept.subject("data_key.owner_id", Why.ERASURE_RECORD),
                Kept.subject("legal_hold.object_id", Why.ERASURE_RECORD),
                Kept.subject("proposal.object_id", Why.ERASURE_RECORD),
                Kept.subject("event_publication.serialized_event", Why.TASK),
                Kept.subject("scheduled_tasks.task_data", Why.TASK));
    }
}
