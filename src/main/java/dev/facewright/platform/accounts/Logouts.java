package dev.facewright.platform.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Tells of those who end their session themselves, while it is still known whose it was.
@Component
class Logouts implements LogoutHandler {
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;

    Logouts(TransactionOperations transactions, ApplicationEventPublisher events) {
        this.transactions = transactions;
        this.events = events;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn person) {
            transactions.executeWithoutResult(
                    status -> events.publishEvent(new AccountEvent.LoggedOut(person.account())));
        }
    }
}
