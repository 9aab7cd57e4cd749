package dev.facewright.platform.datasets.image;

import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.DatasetId;
import dev.facewright.platform.storage.JointKey;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Says who is on an image: whose it is, and who else.
@Component
public class PeopleOnImages {
    private final ImageOtherRepository others;
    private final ConsentLedger consents;

    PeopleOnImages(ImageOtherRepository others, ConsentLedger consents) {
        this.others = others;
        this.consents = consents;
    }

    public Set<SubjectId> on(ImageRow image) {
        Set<SubjectId> people = new LinkedHashSet<>();
        people.add(image.subject());
        others.on(image.getId()).forEach(other -> people.add(new SubjectId(other)));
        return people;
    }

    /// What it is encrypted under.
    public JointKey keyOf(Set<SubjectId> people) {
        return JointKey.of(consents.keysOf(people).values());
    }

    /// Of the images of a dataset that somebody else is on, who.
    public Map<UUID, Set<SubjectId>> others(DatasetId dataset) {
        Map<UUID, Set<SubjectId>> found = new HashMap<>();
        others.in(dataset.value())
                .forEach(each -> found.computeIfAbsent(each.image(), image -> new LinkedHashSet<>())
                        .add(new SubjectId(each.subject())));
        return found;
    }

    void add(ImageRow image, Iterable<SubjectId> people) {
        Set<UUID> besides = new LinkedHashSet<>();
        people.forEach(person -> besides.add(person.value()));
        besides.remove(image.subject().value());
        if (!besides.isEmpty()) {
            others.add(image.getId(), besides.toArray(UUID[]::new));
        }
    }
}
