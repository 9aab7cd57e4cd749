package dev.facewright.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.platform.TestClock;
import dev.facewright.platform.accounts.AccountProblem.TooManyLogins;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {
    private final TestClock clock = new TestClock();
    private final LoginThrottle throttle = new LoginThrottle(clock);

    @Test
    void anAccountWaitsAfterItsLastAllowedFailure() {
        fail("anna", "10.0.0.1", LoginThrottle.FAILURES_PER_ACCOUNT - 1);
        assertThatCode(() -> throttle.check("anna", "10.0.0.1")).doesNotThrowAnyException();
        fail("anna", "10.0.0.1", 1);
        assertThatThrownBy(() -> throttle.check("anna", "10.0.0.2")).isInstanceOf(TooManyLogins.class);
        assertThatCode(() -> throttle.check("bert", "10.0.0.1")).doesNotThrowAnyException();
    }

    @Test
    void anAddressWaitsThatTriesManyNames() {
        for (int i = 0; i < LoginThrottle.FAILURES_PER_ADDRESS; i++) {
            fail("name" + i, "10.0.0.1", 1);
        }
        assertThatThrownBy(() -> throttle.check("anna", "10.0.0.1")).isInstanceOf(TooManyLogins.class);
        assertThatCode(() -> throttle.check("anna", "10.0.0.2")).doesNotThrowAnyException();
    }

    @Test
    void theWaitEndsWhenItSaidItWould() {
        fail("anna", "10.0.0.1", LoginThrottle.FAILURES_PER_ACCOUNT);
        clock.advance(Duration.ofMinutes(10));
        assertThatThrownBy(() -> throttle.check("anna", "10.0.0.1"))
                .isInstanceOfSatisfying(
                        TooManyLogins.class,
                        refusal -> assertThat(refusal.retryAfter())
                                .isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5)));
        clock.advance(Duration.ofMinutes(5).plusSeconds(1));
        assertThatCode(() -> throttle.check("anna", "10.0.0.1")).doesNotThrowAnyException();
    }

    @Test
    void theRightPasswordWipesTheSlateOfTheAccountClean() {
        fail("anna", "10.0.0.1", LoginThrottle.FAILURES_PER_ACCOUNT - 1);
        throttle.succeeded("anna");
        fail("anna", "10.0.0.1", 1);
        assertThatCode(() -> throttle.check("anna", "10.0.0.1")).doesNotThrowAnyException();
    }

    private void fail(String username, String address, int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(username, address);
        }
    }
}
