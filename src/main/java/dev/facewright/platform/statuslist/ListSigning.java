package dev.facewright.platform.statuslist;

import dev.facewright.platform.kernel.ServerSettings;
import dev.facewright.platform.signing.DocumentKind;
import dev.facewright.platform.signing.Envelope;
import dev.facewright.platform.signing.Signatures;
import dev.facewright.platform.statuslist.LastList.Known;
import dev.facewright.platform.statuslist.SignedList.Times;
import dev.facewright.platform.statuslist.StatusEntryRepository.Said;
import dev.facewright.platform.storage.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
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
        return young(last, now) && digest(entries.digest(now)).equals(last.digest())
                ? Optional.of(last.sequence())
                : Optional.empty();
    }

    /// Signs another, unless another node did in the meantime: empty then. Consents are looked at under the lock, by a
    /// statement that begins after it is held.
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public Optional<Signed> signNext() {
        LastList last = lists.lock();
        Instant now = clock.instant();
        List<Said> states = entries.states(now);
        String digest = digest(Sha256.hex(said(states)));
        if (young(last.known(), now) && digest.equals(last.known().digest())) {
            return Optional.empty();
        }
        Signed next = signed(last.nextSequence(now), states, now);
        last.next(digest, now, json.writeValueAsString(next.list()));
        return Optional.of(next);
    }

    /// Empty if another list has taken its place.
    @Transactional(readOnly = true)
    public Optional<Envelope> read(long sequence) {
        return lists.envelope(sequence).map(text -> json.readValue(text, Envelope.class));
    }

    private Signed signed(long sequence, List<Said> said, Instant now) {
        Instant issuedAt = now.truncatedTo(ChronoUnit.SECONDS);
        Instant nextUpdate = issuedAt.plus(settings.ttl());
        Map<String, String> states = new LinkedHashMap<>();
        said.forEach(each -> states.put(
                each.getStatusId(), BundleState.valueOf(each.getState()).written()));
        var document = new StatusDocument(
                StatusDocument.TYPE,
                server.publicUrl(),
                sequence,
                issuedAt,
                nextUpdate,
                issuedAt.plus(settings.validity()),
                states);
        Envelope list = signatures.sign(
                DocumentKind.MODEL_STATUS, StatusDocument.PAYLOAD_TYPE, json.writeValueAsBytes(document));
        return new Signed(list, new Times(sequence, issuedAt, nextUpdate));
    }

    /// As `StatusEntryRepository.digest` has it.
    private static byte[] said(List<Said> states) {
        StringBuilder text = new StringBuilder();
        states.forEach(each -> text.append(each.getStatusId()).append(each.getState()));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// Also of the key: what a key signed that was replaced is not handed out any more.
    private String digest(String ofStates) {
        return ofStates + ":" + signatures.keyInUse(DocumentKind.MODEL_STATUS).id();
    }

    private boolean young(Known last, Instant now) {
        Instant issuedAt = last.issuedAt();
        return issuedAt != null
                && !now.isBefore(issuedAt)
                && now.isBefore(issuedAt.plus(settings.ttl().dividedBy(2)));
    }

    record Signed(Envelope list, Times times) {}
}
