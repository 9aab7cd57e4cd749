package dev.facewright.platform.statuslist;

import dev.facewright.platform.kernel.ServerSettings;
import dev.facewright.platform.models.ModelVersionId;
import dev.facewright.platform.signing.Envelope;
import dev.facewright.platform.signing.SigningKeys;
import dev.facewright.platform.statuslist.ListSigning.Signed;
import dev.facewright.platform.statuslist.SignedList.Times;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/// The list of what devices are told, as it is at this moment.
@Service
public class StatusLists {
    public static final String PATH = "/api/v1/model-status";

    private final ListSigning signing;
    private final ListPlaces places;
    private final SigningKeys keys;
    private final StatusListSettings settings;
    private final ServerSettings server;
    private final JsonMapper json;
    private final SharedLook<SignedList> look = new SharedLook<>(this::look);
    private volatile @Nullable SignedList newest;

    StatusLists(
            ListSigning signing,
            ListPlaces places,
            SigningKeys keys,
            StatusListSettings settings,
            ServerSettings server,
            JsonMapper json) {
        this.signing = signing;
        this.places = places;
        this.keys = keys;
        this.settings = settings;
        this.server = server;
        this.json = json;
    }

    /// What consents say after this was asked. Not in a transaction of the caller, whose view may be older.
    public SignedList current() {
        return look.get();
    }

    /// The bundle's place in the list, from now on; the same one however often it is asked for.
    public Place place(UUID bundle, ModelVersionId model) {
        return places.give(bundle, model);
    }

    /// What devices are told of a bundle; empty for one that never left.
    public Optional<BundleStatus> of(UUID bundle) {
        return places.find(bundle).map(place -> {
            Times times = current().times();
            return new BundleStatus(
                    place.id(),
                    places.state(place.id()),
                    url(),
                    times.sequence(),
                    times.issuedAt(),
                    times.nextUpdate(),
                    settings.ttl().toSeconds(),
                    settings.validity().toSeconds());
        });
    }

    /// What devices are told of these bundles, of those that ever left.
    public Map<UUID, BundleState> of(Collection<UUID> bundles) {
        return places.states(bundles);
    }

    /// Where the list is had, by the configuration alone.
    public URI url() {
        return server.published(PATH);
    }

    private SignedList look() {
        for (; ; ) {
            Optional<Long> holding = signing.holding();
            Optional<SignedList> list = holding.isPresent()
                    ? read(holding.get())
                    : signing.signNext().map(this::withKeys);
            if (list.isPresent()) {
                newest = list.get();
                return list.get();
            }
        }
    }

    private Optional<SignedList> read(long sequence) {
        SignedList last = newest;
        return last != null && last.times().sequence() == sequence
                ? Optional.of(withKeys(new Signed(last.list(), last.times())))
                : signing.read(sequence).map(list -> withKeys(new Signed(list, times(list))));
    }

    private SignedList withKeys(Signed signed) {
        return new SignedList(keys.statement(), signed.list(), signed.times());
    }

    private Times times(Envelope list) {
        StatusDocument document = json.readValue(list.unverified(), StatusDocument.class);
        return new Times(document.sequence(), document.issuedAt(), document.nextUpdate());
    }

    /// A bundle's place in the list.
    ///
    /// @param index  in the bitstring
    public record Place(StatusId id, int index) {}

    /// What devices are told of a bundle, and how old that is.
    ///
    /// @param url  where the list is had
    /// @param sequence  of the list as it is now
    /// @param ttlSeconds  how long it may be kept on the way
    /// @param validitySeconds  how long a device without a connection may go on with it, if it was told to
    public record BundleStatus(
            StatusId id,
            BundleState state,
            URI url,
            long sequence,
            Instant issuedAt,
            Instant nextUpdate,
            long ttlSeconds,
            long validitySeconds) {
        public long validityDays() {
            return Duration.ofSeconds(validitySeconds).toDays();
        }

        /// Whether nobody but this machine can reach the address: the public one is not configured.
        public boolean local() {
            return "localhost".equals(url.getHost());
        }
    }
}
