package dev.facewright.platform.accounts;

import dev.facewright.platform.accounts.AccountProblem.AccountNotFound;
import dev.facewright.platform.accounts.AccountProblem.LastAdmin;
import dev.facewright.platform.accounts.AccountProblem.UsernameTaken;
import dev.facewright.platform.accounts.AccountProblem.WeakPassword;
import dev.facewright.platform.accounts.AccountProblem.WrongPassword;
import dev.facewright.platform.kernel.PageView;
import dev.facewright.platform.kernel.UniqueRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The people who may log in, and what they may do.
@Service
@Transactional
public class Accounts {
    private static final UniqueRule USERNAME = new UniqueRule("account_username_unique");

    private final AccountRepository accounts;
    private final PasswordEncoder passwords;
    private final PasswordRules rules;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Accounts(
            AccountRepository accounts,
            PasswordEncoder passwords,
            PasswordRules rules,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.rules = rules;
        this.events = events;
        this.clock = clock;
    }

    /// @throws UsernameTaken if another account has it
    /// @throws WeakPassword if the password is too easy to guess
    public AccountId create(NewAccount wanted) {
        var hash = hash(wanted.username(), wanted.password());
        if (accounts.existsByUsername(wanted.username())) {
            throw new UsernameTaken();
        }
        var id = AccountId.random();
        insert(new Account(id, wanted.username(), hash, wanted.roles(), clock.instant()));
        events.publishEvent(new AccountEvent.Created(id, wanted.roles()));
        return id;
    }

    private void insert(Account account) {
        try {
            accounts.saveAndFlush(account);
        } catch (DataIntegrityViolationException violation) {
            throw USERNAME.brokenBy(violation) ? new UsernameTaken() : violation; // another was faster
        }
    }

    public void giveRoles(AccountId id, Set<Role> roles) {
        if (!roles.contains(Role.ADMIN)) {
            requireAnotherAdmin(id);
        }
        var account = account(id);
        if (!account.roles().equals(roles)) {
            account.giveRoles(roles);
            events.publishEvent(new AccountEvent.RolesChanged(id, roles));
        }
    }

    public void enable(AccountId id) {
        var account = account(id);
        if (!account.enabled()) {
            account.enable();
            events.publishEvent(new AccountEvent.Enabled(id));
        }
    }

    public void disable(AccountId id) {
        requireAnotherAdmin(id);
        var account = account(id);
        if (account.enabled()) {
            account.disable();
            events.publishEvent(new AccountEvent.Disabled(id));
        }
    }

    /// Sets another password, by an administrator. Sessions and tokens of the account end.
    ///
    /// @throws WeakPassword if it is too easy to guess
    public void resetPassword(AccountId id, String password) {
        var account = account(id);
        account.changePassword(hash(account.username(), password));
        events.publishEvent(new AccountEvent.PasswordChanged(id));
    }

    /// Sets another password, by the one whose it is.
    ///
    /// @return who is logged in now: sessions with the old password end, and so do tokens
    /// @throws WrongPassword unless `current` is the old one
    /// @throws WeakPassword if the new one is too easy to guess
    public SignedIn changePassword(AccountId id, String current, String password) {
        var account = account(id);
        if (!passwords.matches(current, account.passwordHash())) {
            throw new WrongPassword();
        }
        account.changePassword(hash(account.username(), password));
        events.publishEvent(new AccountEvent.PasswordChanged(id));
        return account.signedIn();
    }

    @Transactional(readOnly = true)
    public PageView<AccountView> list(int page, int size) {
        return PageView.of(accounts.findAll(PageRequest.of(page, size, Sort.by("username"))), Account::view);
    }

    @Transactional(readOnly = true)
    public AccountView get(AccountId id) {
        return account(id).view();
    }

    @Transactional(readOnly = true)
    boolean isEmpty() {
        return accounts.count() == 0;
    }

    /// Who the account's owner is today; empty once it is disabled or gone.
    @Transactional(readOnly = true)
    Optional<SignedIn> signedIn(AccountId id) {
        return accounts.findById(id.value()).filter(Account::enabled).map(Account::signedIn);
    }

    private void requireAnotherAdmin(AccountId id) {
        var admins = accounts.lockEnabledAdmins().stream().map(Account::id).toList();
        if (admins.contains(id) && admins.size() == 1) {
            throw new LastAdmin();
        }
    }

    private Account account(AccountId id) {
        return accounts.findById(id.value()).orElseThrow(() -> new AccountNotFound(id));
    }

    private String hash(String username, String password) {
        rules.check(username, password);
        return Objects.requireNonNull(passwords.encode(password));
    }

    /// An account as administrators see it.
    public record AccountView(AccountId id, String username, Set<Role> roles, boolean enabled, Instant createdAt) {}
}
