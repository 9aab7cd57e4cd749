package dev.facewright.platform.storage;

import dev.facewright.platform.storage.KeyGenerationRepository.Opening;
import dev.facewright.platform.storage.StorageProblem.KeyCallRefused;
import dev.facewright.platform.storage.keys.KeyCall;
import dev.facewright.platform.storage.keys.KeyCallSeal;
import dev.facewright.platform.storage.keys.KeySettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/// Hands live keys of generations to processes that have no key store and share a secret with this one. Whoever has not
/// is refused, and so is a call that comes twice, or late.
@Service
public class KeyCalls {
    private static final Duration OFF_BY = Duration.ofMinutes(1);
    private static final byte[] NOTHING = {};

    private final KeyAccess access;
    private final GenerationChange change;
    private final KeyGenerationRepository generations;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Optional<KeyCallSeal> seal;

    KeyCalls(
            KeyAccess access,
            GenerationChange change,
            KeyGenerationRepository generations,
            KeySettings settings,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.access = access;
        this.change = change;
        this.generations = generations;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
        this.seal = Optional.ofNullable(settings.secret()).map(KeyCallSeal::new);
    }

    /// @throws KeyCallRefused if it is not by somebody who has the secret, comes late, or came before
    public KeyCall.Answer answer(KeyCall call) {
        KeyCallSeal known = seal.orElseThrow(KeyCallRefused::new);
        if (!known.made(call) || !inTime(call)) {
            throw new KeyCallRefused();
        }
        if (generations.remember(call.nonce(), clock.instant(), clock.instant().minus(OFF_BY.multipliedBy(3))) == 0) {
            throw new KeyCallRefused();
        }
        byte[] content = content(call.what());
        KeyCall.Answer answer = known.answer(call, content);
        Arrays.fill(content, (byte) 0);
        return answer;
    }

    private boolean inTime(KeyCall call) {
        return Duration.between(Instant.ofEpochMilli(call.at()), clock.instant())
                        .abs()
                        .compareTo(OFF_BY)
                <= 0;
    }

    private byte[] content(String what) {
        return switch (what) {
            case KeyCall.RENEW, KeyCall.CHANGE -> {
                change.run(what.equals(KeyCall.CHANGE));
                yield NOTHING;
            }
            default -> key(what.substring(Math.min(what.length(), KeyCall.KEY.length())));
        };
    }

    /// Nothing if it is destroyed.
    private byte[] key(String name) {
        if (!(access instanceof KeyAccess.Own(var stores))) {
            throw new KeyCallRefused();
        }
        Optional<Opening> row = generations.opening(name);
        Optional<byte[]> key = row.flatMap(live -> stores.find(live.getKeyName(), live.getSealedKey()));
        key.ifPresent(found -> transactions.executeWithoutResult(status -> events.publishEvent(
                new GenerationEvent.HandedOut(row.orElseThrow().getNumber()))));
        return key.orElse(NOTHING);
    }
}
