package dev.facewright.platform.signing.web;

import dev.facewright.platform.signing.DocumentKind;
import dev.facewright.platform.signing.Envelope;
import dev.facewright.platform.signing.SigningKeyView;
import dev.facewright.platform.signing.SigningKeys;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/signing-keys")
@Tag(name = "Signing keys", description = "What documents of this installation are signed with")
class SigningKeyApi {
    private static final CacheControl FOR_A_MINUTE =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

    private final SigningKeys keys;

    SigningKeyApi(SigningKeys keys) {
        this.keys = keys;
    }

    /// @param statement  the same keys, signed by the root: DSSE
    record PublishedKeys(Envelope statement, List<SigningKeyView> keys) {}

    record Replacement(boolean compromised) {}

    @GetMapping
    @Operation(
            summary = "The public keys, and the root's signed statement of them",
            description = "Needs no token. Trust the statement if a root you know signed it: its `keyid` is the SHA-256"
                    + " of the public key. Refuse one whose `sequence` is lower than one you have seen.")
    ResponseEntity<PublishedKeys> published() {
        return ResponseEntity.ok().cacheControl(FOR_A_MINUTE).body(new PublishedKeys(keys.statement(), keys.all()));
    }

    @PostMapping("/{kind}/replacement")
    @Operation(
            summary = "Replace the key of a kind of document",
            description = "`kind` is one of `KEY_STATEMENT` (the root), `MODEL_STATUS`, `ERASURE_CERTIFICATE`. With"
                    + " `compromised` nothing that the old one signed is believed any more.")
    PublishedKeys replace(@PathVariable DocumentKind kind, @RequestBody Replacement wanted) {
        keys.replace(kind, wanted.compromised());
        return new PublishedKeys(keys.statement(), keys.all());
    }
}
