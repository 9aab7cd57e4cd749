package dev.facewright.platform.statuslist;

import dev.facewright.platform.signing.DocumentKind;
import dev.facewright.platform.signing.Signatures;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The same list as a *Bitstring Status List 1.0* (W3C Recommendation of 15 May 2025): one credential a purpose,
/// secured by
/// a Data Integrity proof. It has no number that only grows, so it can be rolled back where the list cannot.
@Component
public class StatusCredentials {
    private final StatusLists lists;
    private final StatusEntryRepository entries;
    private final Signatures signatures;
    private final StatusListSettings settings;
    private final JsonMapper json;
    private final Map<StatusPurpose, Credential> newest = new ConcurrentHashMap<>();

    StatusCredentials(
            StatusLists lists,
            StatusEntryRepository entries,
            Signatures signatures,
            StatusListSettings settings,
            JsonMapper json) {
        this.lists = lists;
        this.entries = entries;
        this.signatures = signatures;
        this.settings = settings;
        this.json = json;
    }

    /// As long as the list is the same, so is this.
    public Credential current(StatusPurpose purpose) {
        SignedList list = lists.current();
        Credential last = newest.get(purpose);
        if (last != null && last.of().times().equals(list.times())) {
            return last;
        }
        Credential next = new Credential(list, json.writeValueAsBytes(credential(purpose, list)));
        newest.put(purpose, next);
        return next;
    }

    private Map<String, Object> credential(StatusPurpose purpose, SignedList list) {
        StatusDocument said = json.readValue(list.list().unverified(), StatusDocument.class);
        URI id = URI.create(lists.url() + "/" + purpose.written());
        Map<String, Object> credential = new LinkedHashMap<>();
        credential.put("@context", List.of("https://www.w3.org/ns/credentials/v2"));
        credential.put("id", id.toString());
        credential.put("type", List.of("VerifiableCredential", "BitstringStatusListCredential"));
        credential.put("validFrom", said.issuedAt().toString());
        credential.put("validUntil", said.validUntil().toString());
        credential.put("credentialSubject", subject(purpose, id, said));
        return signatures.prove(DocumentKind.MODEL_STATUS, credential, said.issuedAt());
    }

    private Map<String, Object> subject(StatusPurpose purpose, URI id, StatusDocument said) {
        Map<String, Object> subject = new LinkedHashMap<>();
        subject.put("id", id + "#list");
        subject.put("type", "BitstringStatusList");
        subject.put("statusPurpose", purpose.written());
        subject.put("encodedList", bits(purpose, said));
        subject.put("ttl", settings.ttl().toMillis());
        return subject;
    }

    private String bits(StatusPurpose purpose, StatusDocument said) {
        String state = purpose.state().written();
        List<StatusEntry> all = entries.findAll();
        int highest = all.stream().mapToInt(StatusEntry::listIndex).max().orElse(0);
        List<Integer> set = all.stream()
                .filter(entry -> state.equals(said.states().get(entry.getId())))
                .map(StatusEntry::listIndex)
                .toList();
        return Bitstring.encoded(Bitstring.placesAbove(highest), set);
    }

    /// @param of  the list that it says the same as
    /// @param content  JSON
    public record Credential(SignedList of, byte[] content) {}
}
