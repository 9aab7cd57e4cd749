package dev.facewright.platform.statuslist;

import dev.facewright.platform.kernel.ServerSettings;
import dev.facewright.platform.signing.DocumentKind;
import dev.facewright.platform.signing.Envelope;
import dev.facewright.platform.signing.Signatures;
import dev.facewright.platform.statuslist.LastList.Known;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Signs the next list, or says that the last one still holds.
@Component
class ListSigning {
    private final StatusEntryRepository entries;
    private final LastListRepository lists;
    private final Signatures signatures;
    private final StatusListSettings settings;
    private final ServerSettings server;
    private final JsonMapper json;
    private final Clock clock;

    ListSigning(
            StatusEntryRepository entries,
            LastListRepository lists,
            Signatures signatures,
            StatusListSettings settings,
            ServerSettings server,
            JsonMapper json,
            Clock clock) {
        this.entries = entries;
        this.lists = lists;
        this.signatures = signatures;
        this.settings = settings;
        this.server = server;
        this.json = json;
        this.clock = clock;
    }

    /// The last list's number, if it says what consents say now and is young enough to be handed out.
    @Transactional(readOnly = true)
    public Optional<Long> holding() {
        Instant now = clock.instant();
        Known last = lists.known();
        return young(last, now) && digest(now).equals(last.digest()) ? Optional.of(last.sequence()) : Optional.empty();
    }

    /// Signs another, unless another node did in the meantime. Consents are looked at under the lock, by a statement
    /// that
    /// begins after it is held.
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void signNext() {
        LastList last = lists.lock();
        Instant now = clock.instant();
        String digest = digest(now);
        if (!young(last.known(), now) || !digest.equals(last.known().digest())) {
            last.next(digest, now, json.writeValueAsString(signed(last.nextSequence(now), now)));
        }
    }

    /// Empty if another list has taken its place.
    @Transactional(readOnly = true)
    public Optional<Envelope> read(long sequence) {
        return lists.envelope(sequence).map(text -> json.readValue(text, Envelope.class));
    }

    private Envelope signed(long sequence, Instant now) {
        Instant issuedAt = now.truncatedTo(ChronoUnit.SECONDS);
        Map<String, String> states = new LinkedHashMap<>();
        entries.states(now)
                .forEach(said -> states.put(
                        said.getStatusId(), BundleState.valueOf(said.getState()).written()));
        var document = new StatusDocument(
                StatusDocument.TYPE,
                server.publicUrl(),
                sequence,
                issuedAt,
                issuedAt.plus(settings.ttl()),
                issuedAt.plus(settings.validity()),
                states);
        return signatures.sign(
                DocumentKind.MODEL_STATUS, StatusDocument.PAYLOAD_TYPE, json.writeValueAsBytes(document));
    }

    /// Also of the key: what a key signed that was replaced is not handed out any more.
    private String digest(Instant now) {
        return entries.digest(now) + ":"
                + signatures.keyInUse(DocumentKind.MODEL_STATUS).id();
    }

    private boolean young(Known last, Instant now) {
        Instant issuedAt = last.issuedAt();
        return issuedAt != null
                && !now.isBefore(issuedAt)
                && now.isBefore(issuedAt.plus(settings.ttl().dividedBy(2)));
    }
}
