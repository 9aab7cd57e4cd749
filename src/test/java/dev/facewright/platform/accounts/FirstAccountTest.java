package dev.facewright.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;

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
        ApplicationEventPublisher events,
        Clock clock,
        ServerSettings server) {
    @Test
    void ofTwoServersThatStartAtOnceTheSlowerTellsNoPassword() {
        var asItWasAMomentAgo = new Accounts(rows, passwords, events, clock) {
            @Override
            boolean isEmpty() {
                return true;
            }
        };
        var slower = new FirstAccount(asItWasAMomentAgo, new AccountSettings(null), server);
        slower.run(new DefaultApplicationArguments());
        assertThat(slower.takeGeneratedPassword()).isEmpty();
    }
}
