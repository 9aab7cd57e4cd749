package dev.facewright.platform.storage.web;

import dev.facewright.platform.storage.KeyCalls;
import dev.facewright.platform.storage.keys.KeyCall;
import dev.facewright.platform.storage.keys.RemoteKeys;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Where processes without a key store ask. Open to everyone: `KeyCalls` knows whom to answer.
@Hidden
@RestController
class KeyCallApi {
    private final KeyCalls calls;

    KeyCallApi(KeyCalls calls) {
        this.calls = calls;
    }

    @PostMapping(RemoteKeys.PATH)
    KeyCall.Answer answer(@RequestBody KeyCall call) {
        return calls.answer(call);
    }
}
