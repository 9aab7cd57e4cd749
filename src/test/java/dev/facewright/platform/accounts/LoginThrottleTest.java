package dev.facewright.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.platform.TestClock;
import dev.facewright.platform.accounts.AccountProblem.TooManyLogins;
import dev.facewright.platform.accounts.LoginThrottle.Address;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {
    private static final Address HERE = Address.of("10.0.0.1");
    private static final Address ELSEWHERE = Address.of("10.0.0.2");

    private final TestClock clock = new TestClock();
    private final LoginThrottle throttle = new LoginThrottle(clock);

    @Test
    void anAddressWaitsAfterItsLastAttemptAtAnAccountAndTheOwnersDoesNot() {
        fail("anna", HERE, LoginThrottle.ATTEMPTS_AT_ACCOUNT);
        assertThatThrownBy(() -> throttle.attempt("anna", HERE)).isInstanceOf(TooManyLogins.class);
        assertThatCode(() -> throttle.attempt("anna", ELSEWHERE)).doesNotThrowAnyException();
        assertThatCode(() -> throttle.attempt("bert", HERE)).doesNotThrowAnyException();
    }

    @Test
    void anAddressWaitsThatTriesManyNames() {
        for (int i = 0; i < LoginThrottle.ATTEMPTS_OF_ADDRESS; i++) {
            fail("name" + i, HERE, 1);
        }
        assertThatThrownBy(() -> throttle.attempt("anna", HERE)).isInstanceOf(TooManyLogins.class);
        assertThatCode(() -> throttle.attempt("anna", ELSEWHERE)).doesNotThrowAnyException();
    }

    @Test
    void anAttackFromManyAddressesLeavesEachFewerAttemptsAndTheOwnerSome() {
        for (int i = 0; i < LoginThrottle.ATTEMPTS_THAT_ARE_AN_ATTACK; i++) {
            fail("anna", Address.of("10.1.0." + i), 1);
        }
        fail("anna", ELSEWHERE, LoginThrottle.ATTEMPTS_AT_ATTACKED_ACCOUNT);
        assertThatThrownBy(() -> throttle.attempt("anna", ELSEWHERE)).isInstanceOf(TooManyLogins.class);
        assertThatCode(() -> throttle.attempt("anna", HERE)).doesNotThrowAnyException();
    }

    @Test
    void theAddressesOfOneIpv6NetworkAreOne() {
        for (int i = 0; i < LoginThrottle.ATTEMPTS_AT_ACCOUNT; i++) {
            fail("anna", Address.of("2001:db8:0:7:0:0:0:" + i), 1);
        }
        assertThatThrownBy(() -> throttle.attempt("anna", Address.of("2001:db8:0:7:9:9:9:9")))
                .isInstanceOf(TooManyLogins.class);
        assertThatCode(() -> throttle.attempt("anna", Address.of("2001:db8:0:8:0:0:0:1")))
                .doesNotThrowAnyException();
    }

    @Test
    void theWaitEndsWhenItSaidItWould() {
        fail("anna", HERE, LoginThrottle.ATTEMPTS_AT_ACCOUNT);
        clock.advance(Duration.ofMinutes(10));
        assertThatThrownBy(() -> throttle.attempt("anna", HERE))
                .isInstanceOfSatisfying(
                        TooManyLogins.class,
                        refusal -> assertThat(refusal.retryAfter())
                                .isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5)));
        clock.advance(Duration.ofMinutes(5).plusSeconds(1));
        assertThatCode(() -> throttle.attempt("anna", HERE)).doesNotThrowAnyException();
    }

    @Test
    void theRightPasswordTakesTheAttemptsBack() {
        for (int i = 0; i < LoginThrottle.ATTEMPTS_OF_ADDRESS + LoginThrottle.ATTEMPTS_THAT_ARE_AN_ATTACK; i++) {
            fail("anna", HERE, 1);
            throttle.succeeded("anna", HERE);
        }
        fail("anna", HERE, LoginThrottle.ATTEMPTS_AT_ACCOUNT - 1);
        assertThatCode(() -> throttle.attempt("anna", HERE)).doesNotThrowAnyException();
    }

    @Test
    void howeverManyNamesAndAddressesAreTriedNoMoreAreRemembered() {
        int many = LoginThrottle.REMEMBERED + 500;
        for (int i = 0; i < many; i++) {
            fail("name" + i, Address.of("10." + i / 65536 + "." + i / 256 % 256 + "." + i % 256), 1);
        }
        assertThat(throttle.remembered()).isEqualTo(3 * LoginThrottle.REMEMBERED);
    }

    private void fail(String username, Address address, int times) {
        for (int i = 0; i < times; i++) {
            throttle.attempt(username, address);
        }
    }
}
