package dev.facewright.platform.accounts;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Remembers, in the transaction that does it, who has made an account, set its password, enabled it or given it roles:
/// whoever did could act as its owner, or had it made for the purpose, and does not count as a second person.
@Component
class AccountTouches {
    private final AccountTouchRepository touches;
    private final CurrentAccount current;
    private final Clock clock;

    AccountTouches(AccountTouchRepository touches, CurrentAccount current, Clock clock) {
        this.touches = touches;
        this.current = current;
        this.clock = clock;
    }

    @EventListener
    void on(AccountEvent event) {
        switch (event) {
            case AccountEvent.Created created -> touch(created.account());
            case AccountEvent.Enabled enabled -> touch(enabled.account());
            case AccountEvent.RolesChanged changed -> touch(changed.account());
            case AccountEvent.PasswordChanged changed -> touchIfAnothers(changed.account());
            default -> {} // who can log in is who could before
        }
    }

    private void touchIfAnothers(AccountId account) {
        if (current.get().filter(account::equals).isEmpty()) {
            touch(account);
        }
    }

    private void touch(AccountId account) {
        @Nullable AccountId by = current.get().orElse(null);
        touches.save(new AccountTouch(account, by, clock.instant()));
    }
}
