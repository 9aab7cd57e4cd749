package dev.facewright.platform.datasets.upload;

import dev.facewright.platform.consent.Held;
import dev.facewright.platform.consent.PersonalDataHolder;
import dev.facewright.platform.consent.SubjectId;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Of whom images of uploads were refused. That something was refused, and why, stays.
@Component
class RefusalHolder implements PersonalDataHolder {
    private final RefusalRepository refusals;

    RefusalHolder(RefusalRepository refusals) {
        this.refusals = refusals;
    }

    @Override
    public String name() {
        return "refusals";
    }

    @Override
    public void erase(SubjectId subject) {
        refusals.forget(subject.value());
    }

    @Override
    public Stream<Held> find(SubjectId subject) {
        return refusals.naming(subject.value()).stream().map(row -> new Held.Row("dataset_upload_refusal", row));
    }
}
