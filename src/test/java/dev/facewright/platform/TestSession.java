package dev.facewright.platform;

import dev.facewright.platform.accounts.AccountId;
import dev.facewright.platform.accounts.Accounts;
import dev.facewright.platform.accounts.NewAccount;
import dev.facewright.platform.accounts.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Logs people in over HTTP: `session.as(Role.DATA_OWNER).post("/api/v1/subjects", body)`.
public final class TestSession {
    /// Everyone's password in tests, also that of the first account `admin`.
    public static final String PASSWORD = "correct horse battery staple";

    private final Accounts accounts;
    private final int port;
    private final Map<Set<Role>, TestClient> clients = new ConcurrentHashMap<>();

    TestSession(Accounts accounts, int port) {
        this.accounts = accounts;
        this.port = port;
    }

    /// The client of a person with exactly these roles, logged in; the same one for the same roles.
    public TestClient as(Role... roles) {
        var wanted = EnumSet.noneOf(Role.class);
        wanted.addAll(List.of(roles));
        return clients.computeIfAbsent(wanted, this::newPerson);
    }

    /// A person nobody else acts as, logged in.
    public TestClient newPerson(Set<Role> roles) {
        var username = "t" + UUID.randomUUID().toString().replace("-", "");
        newAccount(username, roles);
        return loggedIn(username, PASSWORD);
    }

    public AccountId newAccount(String username, Set<Role> roles) {
        return accounts.create(new NewAccount(username, PASSWORD, roles));
    }

    public TestClient loggedIn(String username, String password) {
        return anonymous().logIn(username, password);
    }

    public TestClient anonymous() {
        return new TestClient(address(), null);
    }

    /// A service that sends the token with every request and keeps no cookies.
    public TestClient withToken(String token) {
        return new TestClient(address(), token);
    }

    /// Where the server listens, for a browser: `http://127.0.0.1:12345`.
    public String address() {
        return "http://127.0.0.1:" + port;
    }
}
