package dev.facewright.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.kernel.ServerSettings;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;

@FacewrightTest
record FirstAccountTest(
        AccountRepository rows,
        PasswordEncoder passwords,
        PasswordRules rules,
        ApplicationEventPublisher events,
        Clock clock,
        ServerSettings server) {
    @Test
    void ofTwoServersThatStartAtOnceTheSlowerTellsNoPassword() {
        var asItWasAMomentAgo = new Accounts(rows, passwords, rules, events, clock) {
            @Override
            boolean isEmpty() {
                return true;
            }
        };
        var slower = new FirstAccount(asItWasAMomentAgo, new AccountSettings(null), server);
        slower.run(new DefaultApplicationArguments());
        assertThat(slower.takeGeneratedPassword()).isEmpty();
    }

    @Test
    void aConfiguredPasswordThatIsCommonIsRefusedAtTheStart() {
        var empty = new Accounts(rows, passwords, rules, events, clock) {
            @Override
            boolean isEmpty() {
                return true;
            }
        };
        var first = new FirstAccount(empty, new AccountSettings("passwordpassword"), server);
        assertThatThrownBy(() -> first.run(new DefaultApplicationArguments()))
                .hasMessageContaining("FACEWRIGHT_ADMIN_PASSWORD")
                .hasMessageNotContaining("passwordpassword");
    }
}
