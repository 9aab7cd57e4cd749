package dev.facewright.platform.statuslist;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.facewright.platform.models.ModelVersionId;
import dev.facewright.platform.signing.SigningKeyView;
import dev.facewright.platform.signing.SigningKeys;
import dev.facewright.platform.statuslist.StatusLists.Place;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What a bundle is given to find itself in the list: its `status.json`.
@Component
public class StatusCards {
    private final StatusLists lists;
    private final SigningKeys keys;
    private final StatusListSettings settings;
    private final JsonMapper json;

    StatusCards(StatusLists lists, SigningKeys keys, StatusListSettings settings, JsonMapper json) {
        this.lists = lists;
        this.keys = keys;
        this.settings = settings;
        this.json = json.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();
    }

    /// Gives the bundle its place in the list, if it has none.
    public String json(UUID bundle, ModelVersionId model) {
        Place place = lists.place(bundle, model);
        return json.writeValueAsString(new Card(
                        Card.TYPE,
                        place.id(),
                        lists.url(),
                        settings.ttl().toSeconds(),
                        settings.validity().toSeconds(),
                        Root.of(keys.root()),
                        List.of(
                                CredentialStatus.of(BundleState.REVOKED, place, lists.url()),
                                CredentialStatus.of(BundleState.SUSPENDED, place, lists.url())),
                        lists.current()))
                + "\n";
    }

    /// @param root  what the holder trusts: everything else is checked by it
    private record Card(
            String type,
            StatusId statusId,
            URI url,
            long ttlSeconds,
            long validitySeconds,
            Root root,
            List<CredentialStatus> credentialStatus,
            SignedList asOfExport) {
        static final String TYPE = "facewright.bundle-status/1";
    }

    private record Root(String keyid, String algorithm, String publicKey) {
        static Root of(SigningKeyView key) {
            return new Root(key.id(), "Ed25519", key.publicKey());
        }
    }

    /// As *Bitstring Status List 1.0* writes an entry, section 2.1.
    private record CredentialStatus(
            String type,
            String statusPurpose,
            String statusListIndex,
            @JsonProperty("statusListCredential") URI list) {
        static CredentialStatus of(BundleState state, Place place, URI lists) {
            String purpose = StatusPurpose.of(state).written();
            return new CredentialStatus(
                    "BitstringStatusListEntry",
                    purpose,
                    Integer.toString(place.index()),
                    URI.create(lists + "/" + purpose));
        }
    }
}
