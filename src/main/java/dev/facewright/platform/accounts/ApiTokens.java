package dev.facewright.platform.accounts;

import dev.facewright.platform.accounts.AccountProblem.TokenNotFound;
import dev.facewright.platform.accounts.AccountProblem.UnknownScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The tokens that services act with. Each belongs to a person and does no more than that person may.
@Service
@Transactional
public class ApiTokens {
    private static final Duration LAST_USED_PRECISION = Duration.ofMinutes(1);

    private final ApiTokenRepository tokens;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ApiTokens(ApiTokenRepository tokens, Accounts accounts, ApplicationEventPublisher events, Clock clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
    }

    /// @throws UnknownScope if a scope is none of `scopes()`
    public IssuedToken create(AccountId owner, NewToken wanted) {
        if (!RouteMap.scopes().containsAll(wanted.scopes())) {
            throw new UnknownScope();
        }
        var secret = TokenSecret.random();
        var now = clock.instant();
        var expiresAt = now.plus(Duration.ofDays(wanted.validDays()));
        var token = tokens.save(new ApiToken(TokenId.random(), owner, wanted, secret, now, expiresAt));
        events.publishEvent(new TokenEvent.Created(token.id(), owner, token.scopes()));
        return new IssuedToken(token.id(), secret.text(), expiresAt);
    }

    /// Takes effect with the next request. Revoking twice is harmless.
    public void revoke(AccountId owner, TokenId id) {
        var token = tokens.findByIdAndAccountId(id.value(), owner.value()).orElseThrow(() -> new TokenNotFound(id));
        if (token.revoke(clock.instant())) {
            events.publishEvent(new TokenEvent.Revoked(id, owner));
        }
    }

    @Transactional(readOnly = true)
    public List<TokenView> of(AccountId owner) {
        var now = clock.instant();
        return tokens.findByAccountIdOrderByCreatedAtDesc(owner.value()).stream()
                .map(token -> token.view(now))
                .toList();
    }

    /// Every scope there is.
    public List<String> scopes() {
        return RouteMap.scopes();
    }

    /// The scopes that do something for an account with these roles.
    public List<String> scopes(Set<Role> roles) {
        return RouteMap.scopes(roles);
    }

    /// Who acts with the token; empty if it is unknown, expired or revoked, or its owner may not log in.
    Optional<TokenHolder> holder(TokenSecret secret) {
        var now = clock.instant();
        return tokens.findByTokenHash(secret.hash())
                .filter(token -> token.status(now) == TokenView.Status.ACTIVE)
                .flatMap(token -> accounts.signedIn(token.owner()).map(owner -> {
                    touch(token, now);
                    return new TokenHolder(token.id(), token.owner(), owner.roles(), token.scopes());
                }));
    }

    private void touch(ApiToken token, Instant now) {
        var last = token.lastUsedAt();
        if (last == null || last.plus(LAST_USED_PRECISION).isBefore(now)) {
            tokens.touch(token.id().value(), now);
        }
    }

    /// A token just made, the only time its secret is shown.
    public record IssuedToken(TokenId id, String secret, Instant expiresAt) {
        @Override
        public String toString() {
            return "IssuedToken[" + id + "]";
        }
    }
}
