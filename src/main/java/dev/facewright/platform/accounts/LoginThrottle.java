package dev.facewright.platform.accounts;

import dev.facewright.platform.accounts.AccountProblem.TooManyLogins;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Counts failed logins by account name and by address, and makes either wait when they are too many.
///
/// Kept in memory: after a restart guessing starts at nought again, which costs a guesser more than it gives.
/// The names and addresses seen longest ago are forgotten first, so that the table stays small.
@Component
class LoginThrottle {
    static final int FAILURES_PER_ACCOUNT = 8;
    static final int FAILURES_PER_ADDRESS = 60;
    static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int REMEMBERED = 20_000;

    private final Clock clock;
    private final Map<String, Deque<Instant>> failures = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > REMEMBERED;
        }
    };

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /// @throws TooManyLogins if either has to wait
    synchronized void check(String username, String address) {
        check(account(username), FAILURES_PER_ACCOUNT);
        check(address(address), FAILURES_PER_ADDRESS);
    }

    synchronized void failed(String username, String address) {
        failures.computeIfAbsent(account(username), key -> new ArrayDeque<>()).addLast(clock.instant());
        failures.computeIfAbsent(address(address), key -> new ArrayDeque<>()).addLast(clock.instant());
    }

    synchronized void succeeded(String username) {
        failures.remove(account(username));
    }

    private void check(String key, int limit) {
        var times = failures.get(key);
        if (times == null) {
            return;
        }
        var now = clock.instant();
        times.removeIf(time -> time.plus(WINDOW).isBefore(now));
        if (times.size() >= limit) {
            throw new TooManyLogins(Duration.between(now, times.getFirst().plus(WINDOW)));
        }
    }

    private static String account(String username) {
        return "account " + username;
    }

    private static String address(String address) {
        return "address " + address;
    }
}
