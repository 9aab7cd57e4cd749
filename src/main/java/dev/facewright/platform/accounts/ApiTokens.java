package dev.facewright.platform.accounts;

import dev.facewright.platform.accounts.AccountProblem.AccountNotFound;
import dev.facewright.platform.accounts.AccountProblem.ScopeBeyondRoles;
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
    /// @throws ScopeBeyondRoles if a scope opens nothing to the owner: it would come alive with a later promotion
    public IssuedToken create(AccountId account, NewToken wanted) {
        SignedIn owner = accounts.signedIn(account).orElseThrow(() -> new AccountNotFound(account));
        requireScopes(wanted.scopes(), owner.roles());
        var secret = TokenSecret.random();
        var now = clock.instant();
        var expiresAt = now.plus(Duration.ofDays(wanted.validDays()));
        var token = tokens.save(new ApiToken(TokenId.random(), owner, wanted, secret, now, expiresAt));
        events.publishEvent(new TokenEvent.Created(token.id(), account, token.scopes()));
        return new IssuedToken(token.id(), secret.text(), expiresAt);
    }

    private static void requireScopes(Set<String> wanted, Set<Role> roles) {
        if (!RouteMap.scopes().containsAll(wanted)) {
            throw new UnknownScope();
        }
        if (!RouteMap.scopes(roles).containsAll(wanted)) {
            throw new ScopeBeyondRoles(RouteMap.scopes(roles));
        }
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
        int current = accounts.signedIn(owner).map(SignedIn::credentialsVersion).orElse(-1);
        return tokens.findByAccountIdOrderByCreatedAtDesc(owner.value()).stream()
                .map(token -> token.view(now, current))
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

    /// Who acts with the token; empty if it is unknown or over, or its owner may not log in.
    Optional<TokenHolder> holder(TokenSecret secret) {
        var now = clock.instant();
        var token = tokens.findByTokenHash(secret.hash());
        var holder = token.flatMap(found -> holder(found, now));
        holder.ifPresent(used -> token.ifPresent(found -> touch(found, now)));
        return holder;
    }

    /// Who acts with the token today; empty once it is over.
    @Transactional(readOnly = true)
    Optional<TokenHolder> holder(TokenId id) {
        return tokens.findById(id.value()).flatMap(token -> holder(token, clock.instant()));
    }

    private Optional<TokenHolder> holder(ApiToken token, Instant now) {
        return accounts.signedIn(token.owner())
                .filter(owner -> token.status(now, owner.credentialsVersion()) == TokenView.Status.ACTIVE)
                .map(owner -> new TokenHolder(token.id(), token.owner(), token.roles(owner), token.scopes()));
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
