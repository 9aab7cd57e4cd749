package dev.facewright.platform.accounts.web;

import dev.facewright.platform.accounts.ApiTokens;
import dev.facewright.platform.accounts.ApiTokens.IssuedToken;
import dev.facewright.platform.accounts.NewToken;
import dev.facewright.platform.accounts.SignedIn;
import dev.facewright.platform.accounts.TokenId;
import dev.facewright.platform.accounts.TokenView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tokens")
@Tag(name = "Tokens", description = "Your own API tokens. For people only: a token cannot make tokens.")
class TokenApi {
    private final ApiTokens tokens;

    TokenApi(ApiTokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping
    @Operation(summary = "List your tokens, newest first")
    List<TokenView> list(@Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
        return tokens.of(person.account());
    }

    @PostMapping
    @Operation(summary = "Make a token; its secret is in this answer and never again")
    ResponseEntity<IssuedToken> create(
            @RequestBody @Valid NewToken wanted, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
        var issued = tokens.create(person.account(), wanted);
        return ResponseEntity.created(URI.create("/api/v1/tokens/" + issued.id()))
                .body(issued);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revoke one of your tokens")
    void revoke(@PathVariable TokenId id, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
        tokens.revoke(person.account(), id);
    }
}
