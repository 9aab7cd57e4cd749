package dev.facewright.platform.consent;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What people agree to at this moment, whole.
@Component
class LivePurposes {
    private final SubjectRepository subjects;
    private final Clock clock;

    LivePurposes(SubjectRepository subjects, Clock clock) {
        this.subjects = subjects;
        this.clock = clock;
    }

    Set<Purpose> of(SubjectId subject) {
        return of(List.of(subject)).getOrDefault(subject, EnumSet.noneOf(Purpose.class));
    }

    /// Whoever agrees to nothing is not in it.
    Map<SubjectId, Set<Purpose>> of(Collection<SubjectId> asked) {
        UUID[] ids = asked.stream().map(SubjectId::value).toArray(UUID[]::new);
        return subjects.livePurposes(ids, clock.instant()).stream()
                .collect(groupingBy(
                        found -> new SubjectId(found.getId()),
                        mapping(
                                SubjectRepository.IdAndPurpose::getPurpose,
                                toCollection(() -> EnumSet.noneOf(Purpose.class)))));
    }
}
