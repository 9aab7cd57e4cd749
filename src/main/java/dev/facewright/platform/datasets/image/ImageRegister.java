package dev.facewright.platform.datasets.image;

import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectOwner.Kind;
import dev.facewright.platform.storage.ObjectRegister;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Pictures and crops of images that are kept.
@Component
class ImageRegister implements ObjectRegister {
    private static final String AREA = "images";
    private static final int IMAGE = 3;

    private final ImageRepository images;

    ImageRegister(ImageRepository images) {
        this.images = images;
    }

    @Override
    public String name() {
        return AREA;
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.SUBJECT);
    }

    @Override
    public Set<ObjectKey> known(Collection<ObjectKey> keys) {
        Set<ObjectKey> known = new HashSet<>();
        List<UUID> ids = keys.stream()
                .filter(key -> key.owner().isPresent() && key.part(2).equals(AREA))
                .flatMap(key -> id(key.part(IMAGE)).stream())
                .distinct()
                .toList();
        if (!ids.isEmpty()) {
            images.keysOf(ids)
                    .forEach(row -> Stream.of(row.content(), row.crop())
                            .map(ObjectKey::new)
                            .forEach(known::add));
        }
        String[] earlier = keys.stream()
                .filter(key -> key.owner().isEmpty() && key.part(0).equals(AREA))
                .map(ObjectKey::value)
                .toArray(String[]::new);
        if (earlier.length > 0) {
            known.addAll(
                    images.earlierKeys(earlier).stream().map(ObjectKey::new).collect(Collectors.toSet()));
        }
        return known;
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
