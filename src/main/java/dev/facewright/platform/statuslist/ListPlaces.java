package dev.facewright.platform.statuslist;

import dev.facewright.platform.models.ModelVersionId;
import dev.facewright.platform.statuslist.StatusEntryRepository.SaidOfBundle;
import dev.facewright.platform.statuslist.StatusLists.Place;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who stands where in the list.
@Component
class ListPlaces {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final StatusEntryRepository entries;
    private final LastListRepository lists;
    private final Clock clock;

    ListPlaces(StatusEntryRepository entries, LastListRepository lists, Clock clock) {
        this.entries = entries;
        this.lists = lists;
        this.clock = clock;
    }

    /// One at a time, so that no two look for the same free index.
    @Transactional
    public Place give(UUID bundle, ModelVersionId model) {
        return find(bundle).orElseGet(() -> {
            lists.lock();
            return find(bundle).orElseGet(() -> {
                StatusId id = StatusId.random();
                int index = freeIndex();
                entries.saveAndFlush(new StatusEntry(id, bundle, model, index, clock.instant()));
                return new Place(id, index);
            });
        });
    }

    @Transactional(readOnly = true)
    public Optional<Place> find(UUID bundle) {
        return entries.findByBundleId(bundle).map(entry -> new Place(entry.id(), entry.listIndex()));
    }

    @Transactional(readOnly = true)
    public BundleState state(StatusId id) {
        return entries.state(id.value(), clock.instant())
                .map(BundleState::valueOf)
                .orElseThrow();
    }

    /// Those that have a place.
    @Transactional(readOnly = true)
    public Map<UUID, BundleState> states(Collection<UUID> bundles) {
        return entries.statesOf(bundles, clock.instant()).stream()
                .collect(Collectors.toMap(SaidOfBundle::getBundle, said -> BundleState.valueOf(said.getState())));
    }

    private int freeIndex() {
        int places = Bitstring.placesFor(entries.count() + 1);
        int index;
        do {
            index = RANDOM.nextInt(places);
        } while (entries.existsByListIndex(index));
        return index;
    }
}
