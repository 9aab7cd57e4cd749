package dev.facewright.platform.erasure;

import dev.facewright.platform.consent.ConsentProblem.SubjectNotFound;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.consent.Subjects;
import java.util.Collection;
import org.springframework.stereotype.Component;

/// That a person can be held at all. What else keeps them, modules say that keep something of them.
@Component
class SubjectHolds implements HoldReach {
    private final Subjects subjects;

    SubjectHolds(Subjects subjects) {
        this.subjects = subjects;
    }

    @Override
    public boolean reaches(Collection<HoldObject> held, HoldObject asked) {
        return false;
    }

    @Override
    public boolean exists(HoldObject object) {
        if (object.kind() != HoldObject.Kind.SUBJECT || object.id() == null) {
            return false;
        }
        try {
            return subjects.get(new SubjectId(object.id())).erasedAt() == null;
        } catch (SubjectNotFound unknown) {
            return false;
        }
    }
}
