package dev.facewright.platform.accounts;

import dev.facewright.platform.accounts.AccountProblem.TooManyLogins;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Counts attempts to log in, and makes whoever makes too many wait: an address for what it tries in all, and an
/// address for what it tries on one account.
///
/// An account is never locked as such: whoever fails at it from elsewhere takes nothing from its owner, whose own
/// address has attempts of its own. Against guessing from many addresses at once the share of each shrinks instead
/// (NIST SP 800-63B, 3.2.2, asks for at most 100 failures in a row; passwords are long and not common besides).
///
/// Names that nobody has are counted like others, or waiting would tell which names there are.
///
/// An attempt counts from its start, so that many at the same time are not all let in by one look; the right password
/// takes it back. Kept in memory: after a restart guessing starts at nought again, which costs a guesser more than it
/// gives. A count is two numbers, and those that changed longest ago are forgotten first, so the tables stay small.
@Component
class LoginThrottle {
    static final int ATTEMPTS_AT_ACCOUNT = 8;
    static final int ATTEMPTS_AT_ATTACKED_ACCOUNT = 2;
    static final int ATTEMPTS_THAT_ARE_AN_ATTACK = 100;
    static final int ATTEMPTS_OF_ADDRESS = 60;
    static final Duration WINDOW = Duration.ofMinutes(15);
    static final int REMEMBERED = 20_000;

    private final Clock clock;
    private final Counts<Pair> pairs = new Counts<>();
    private final Counts<String> accounts = new Counts<>();
    private final Counts<String> addresses = new Counts<>();

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /// @param account  the name that was typed, of bounded length
    /// @throws TooManyLogins if the address has to wait
    synchronized void attempt(String account, Address address) {
        count(addresses, address.network(), ATTEMPTS_OF_ADDRESS);
        boolean attacked = accounts.of(account, clock.instant()) >= ATTEMPTS_THAT_ARE_AN_ATTACK;
        int limit = attacked ? ATTEMPTS_AT_ATTACKED_ACCOUNT : ATTEMPTS_AT_ACCOUNT;
        count(pairs, new Pair(account, address.network()), limit);
        accounts.add(account, clock.instant());
    }

    synchronized void succeeded(String account, Address address) {
        pairs.forget(new Pair(account, address.network()));
        accounts.takeBack(account);
        addresses.takeBack(address.network());
    }

    synchronized int remembered() {
        return pairs.size() + accounts.size() + addresses.size();
    }

    private <K> void count(Counts<K> counts, K key, int limit) {
        Instant now = clock.instant();
        if (counts.of(key, now) >= limit) {
            throw new TooManyLogins(Duration.between(now, counts.ends(key)));
        }
        counts.add(key, now);
    }

    private record Pair(String account, String network) {}

    private record Count(int attempts, Instant ends) {}

    /// Attempts by key, each key's since its first one, for as long as the window says.
    private static final class Counts<K> {
        private final Map<K, Count> counts = new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Count> eldest) {
                return size() > REMEMBERED;
            }
        };

        int of(K key, Instant now) {
            Count count = counts.get(key);
            return count == null || now.isAfter(count.ends()) ? 0 : count.attempts();
        }

        Instant ends(K key) {
            Count count = counts.get(key);
            return count == null ? Instant.MIN : count.ends();
        }

        void add(K key, Instant now) {
            int before = of(key, now);
            counts.put(key, new Count(before + 1, before == 0 ? now.plus(WINDOW) : ends(key)));
        }

        void takeBack(K key) {
            counts.computeIfPresent(
                    key, (same, count) -> count.attempts() > 1 ? new Count(count.attempts() - 1, count.ends()) : null);
        }

        void forget(K key) {
            counts.remove(key);
        }

        int size() {
            return counts.size();
        }
    }

    /// Where somebody logs in from.
    ///
    /// @param network  the address, or with IPv6 the /64 around it, whose addresses all belong to one holder
    record Address(String network) {
        private static final int LONGEST = 45;
        private static final int IPV6_PARTS_OF_NETWORK = 4;

        static Address of(String text) {
            String bounded = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
            String[] parts = bounded.split(":");
            return parts.length <= IPV6_PARTS_OF_NETWORK
                    ? new Address(bounded)
                    : new Address(String.join(":", java.util.Arrays.copyOf(parts, IPV6_PARTS_OF_NETWORK)));
        }
    }
}
