package dev.facewright.platform.statuslist.web;

import dev.facewright.platform.statuslist.SignedList;
import dev.facewright.platform.statuslist.StatusCredentials;
import dev.facewright.platform.statuslist.StatusCredentials.Credential;
import dev.facewright.platform.statuslist.StatusLists;
import dev.facewright.platform.statuslist.StatusPurpose;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(StatusLists.PATH)
@Tag(name = "Model status", description = "Whether bundles may still be used")
class ModelStatusApi {
    private static final MediaType CREDENTIAL = MediaType.parseMediaType("application/vc");

    private final StatusLists lists;
    private final StatusCredentials credentials;
    private final Clock clock;

    ModelStatusApi(StatusLists lists, StatusCredentials credentials, Clock clock) {
        this.lists = lists;
        this.credentials = credentials;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            summary = "The signed list of all bundles",
            description =
                    "Needs no token. `list` and `keys` are DSSE envelopes. A bundle's `status.json` has its id and"
                            + " the root's public key; `check_status.py` beside it does the check. Whatever keeps it on the way"
                            + " does so until `nextUpdate` at most.")
    ResponseEntity<SignedList> list() {
        SignedList list = lists.current();
        return published(list).body(list);
    }

    @GetMapping(path = "/{purpose:revocation|suspension}", produces = "application/vc")
    @Operation(
            summary = "The same as a W3C Bitstring Status List 1.0",
            description =
                    "Needs no token. `purpose` is `revocation` or `suspension`. Secured by a Data Integrity proof,"
                            + " `eddsa-jcs-2022`; its `did:key` is the key of the kind `model-status` that /api/v1/signing-keys"
                            + " names, which is what to trust it for.")
    ResponseEntity<byte[]> credential(@PathVariable String purpose) {
        Credential credential = credentials.current(StatusPurpose.valueOf(purpose.toUpperCase(Locale.ROOT)));
        return published(credential.of()).contentType(CREDENTIAL).body(credential.content());
    }

    private ResponseEntity.BodyBuilder published(SignedList list) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(list.maxAge(clock.instant())).cachePublic())
                .eTag(list.entityTag());
    }
}
