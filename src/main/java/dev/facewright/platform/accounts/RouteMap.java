package dev.facewright.platform.accounts;

import static dev.facewright.platform.accounts.Role.ADMIN;
import static dev.facewright.platform.accounts.Role.COMPLIANCE;
import static dev.facewright.platform.accounts.Role.DATA_OWNER;
import static dev.facewright.platform.accounts.Role.ML_ENGINEER;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.util.AntPathMatcher;

/// Who may do what: every route of the server, in one place. The first row that matches decides; a route that no
/// row matches is denied to all.
public final class RouteMap {
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Set<Role> ANYONE = EnumSet.allOf(Role.class);
    private static final Set<Role> DATA_READERS = EnumSet.of(DATA_OWNER, COMPLIANCE);
    private static final Set<Role> READERS = EnumSet.of(DATA_OWNER, ML_ENGINEER, COMPLIANCE);
    private static final Set<Role> REVIEWERS = EnumSet.of(COMPLIANCE);
    private static final Set<Role> AUDITORS = EnumSet.of(COMPLIANCE, ADMIN);
    private static final Set<Role> OWNERS = EnumSet.of(DATA_OWNER);
    private static final Set<Role> ENGINEERS = EnumSet.of(ML_ENGINEER);
    private static final Set<Role> ADMINS = EnumSet.of(ADMIN);
    private static final Set<Role> NOBODY = EnumSet.noneOf(Role.class);
    private static final AntPathMatcher PATHS = new AntPathMatcher();
    private static final String WITHDRAWAL = "/*/consents/*/withdrawal";

    private static final String APPROVAL = "/*/approval";

    private static final List<Route> ROUTES = Stream.of(
                    open("/login", "/logout", "/error", "/favicon.svg", "/css/**", "/js/**", "/webjars/**"),
                    open("/actuator/health/**"),
                    open("/api/internal/keys"), // which has a guard of its own
                    withdrawals("/people" + WITHDRAWAL, "/api/v1/subjects" + WITHDRAWAL),
                    area("subjects", DATA_READERS, OWNERS, "/people/**", "/api/v1/subjects/**"),
                    area("datasets", DATA_READERS, OWNERS, "/datasets/*/evidence", "/api/v1/datasets/*/unproven"),
                    area(
                            "datasets",
                            READERS,
                            OWNERS,
                            "/datasets/**",
                            "/api/v1/datasets/**",
                            "/api/v1/dataset-versions/**"),
                    area("runs", READERS, ENGINEERS, "/runs/**", "/api/v1/runs/**"),
                    area("models", READERS, ENGINEERS, "/models/**", "/api/v1/models/**"),
                    area("benchmarks", READERS, ENGINEERS, "/benchmarks/**", "/api/v1/benchmarks/**"),
                    area("evaluations", READERS, ENGINEERS, "/evaluations/**", "/api/v1/evaluations/**"),
                    area("exports", READERS, ENGINEERS, "/exports/**", "/api/v1/exports/**"),
                    decisions("/approvals" + APPROVAL, "/api/v1/approvals" + APPROVAL),
                    area("approvals", DATA_READERS, DATA_READERS, "/approvals/**", "/api/v1/approvals/**"),
                    area("erasures", DATA_READERS, DATA_READERS, "/erasures/**", "/api/v1/erasures/**"),
                    area("holds", READERS, REVIEWERS, "/holds/**", "/api/v1/holds/**"),
                    area("keys", AUDITORS, AUDITORS, "/keys/**", "/api/v1/keys/**"),
                    area("audit", AUDITORS, NOBODY, "/audit/**", "/api/v1/audit/**"),
                    area("sweeps", AUDITORS, AUDITORS, "/sweeps/**", "/api/v1/sweeps/**"),
                    published("/api/v1/signing-keys", "/api/v1/model-status", "/api/v1/model-status/*"),
                    area("signing", ANYONE, ADMINS, "/signing-keys/**", "/api/v1/signing-keys/**"),
                    area("users", ADMINS, ADMINS, "/users/**", "/api/v1/users/**"),
                    area("metrics", ADMINS, NOBODY, "/actuator/**"),
                    people("/tokens/**", "/account/**", "/api/v1/tokens/**"),
                    signedIn("/", "/help/**", "/api/v1/me", "/api/v1/home"),
                    signedIn("/v3/api-docs/**", "/v3/api-docs.yaml", "/swagger-ui/**"))
            .flatMap(List::stream)
            .toList();

    private RouteMap() {}

    static List<Route> routes() {
        return ROUTES;
    }

    static Optional<Route> of(HttpServletRequest request) {
        return ROUTES.stream().filter(route -> route.matcher().matches(request)).findFirst();
    }

    /// The scopes a token may be given.
    static List<String> scopes() {
        return scopes(ANYONE);
    }

    /// The scopes that open a route to somebody with one of these roles.
    static List<String> scopes(Set<Role> roles) {
        return ROUTES.stream()
                .filter(route -> route.roles().stream().anyMatch(roles::contains))
                .map(Route::scope)
                .filter(Route.Scope.Named.class::isInstance)
                .map(scope -> ((Route.Scope.Named) scope).name())
                .distinct()
                .sorted()
                .toList();
    }

    /// What each role may do in each area, in the order of the table: for people to read.
    static Map<String, Map<Role, Set<Access>>> rights() {
        Map<String, Map<Role, Set<Access>>> rights = new LinkedHashMap<>();
        for (var route : ROUTES) {
            if (route.scope() instanceof Route.Scope.Named(var scope)
                    && !route.pattern().endsWith(WITHDRAWAL)
                    && !route.pattern().endsWith(APPROVAL)) {
                var access = scope.endsWith(":read") ? Access.READ : Access.WRITE;
                var area = rights.computeIfAbsent(
                        scope.substring(0, scope.indexOf(':')), key -> new EnumMap<>(Role.class));
                route.roles()
                        .forEach(role -> area.computeIfAbsent(role, key -> EnumSet.noneOf(Access.class))
                                .add(access));
            }
        }
        return rights;
    }

    /// Whether one of these roles suffices to look at a page.
    static boolean readable(String path, Set<Role> roles) {
        return reading(path)
                .filter(route -> route.open() || route.roles().stream().anyMatch(roles::contains))
                .isPresent();
    }

    /// The route by which a page is looked at.
    static Optional<Route> reading(String path) {
        return by(HttpMethod.GET, path);
    }

    /// The route by which a form is sent.
    static Optional<Route> writing(String path) {
        return by(HttpMethod.POST, path);
    }

    private static Optional<Route> by(HttpMethod method, String path) {
        return ROUTES.stream()
                .filter(route -> route.methods().isEmpty() || route.methods().contains(method))
                .filter(route -> PATHS.match(route.pattern(), path))
                .findFirst();
    }

    private static List<Route> open(String... patterns) {
        return rows(Set.of(), true, NOBODY, new Route.Scope.None(), patterns);
    }

    /// What everyone may read, devices and build servers without an account among them.
    private static List<Route> published(String... patterns) {
        return rows(READING, true, NOBODY, new Route.Scope.None(), patterns);
    }

    private static List<Route> withdrawals(String... patterns) {
        return rows(
                Set.of(HttpMethod.POST),
                false,
                DATA_READERS,
                new Route.Scope.Named(Access.WRITE.scope("subjects")),
                patterns);
    }

    /// Whoever may propose may reject, too; to approve is for those who review.
    private static List<Route> decisions(String... patterns) {
        return rows(
                Set.of(HttpMethod.POST),
                false,
                REVIEWERS,
                new Route.Scope.Named(Access.WRITE.scope("approvals")),
                patterns);
    }

    private static List<Route> area(String area, Set<Role> readers, Set<Role> writers, String... patterns) {
        List<Route> rows = new ArrayList<>();
        rows.addAll(rows(READING, false, readers, new Route.Scope.Named(Access.READ.scope(area)), patterns));
        rows.addAll(rows(Set.of(), false, writers, new Route.Scope.Named(Access.WRITE.scope(area)), patterns));
        return rows;
    }

    private static List<Route> people(String... patterns) {
        return rows(Set.of(), false, ANYONE, new Route.Scope.NoToken(), patterns);
    }

    private static List<Route> signedIn(String... patterns) {
        return rows(Set.of(), false, ANYONE, new Route.Scope.None(), patterns);
    }

    /// Whether it is a look at what everyone may read.
    static boolean isPublished(HttpServletRequest request) {
        return of(request)
                .filter(route -> route.open()
                        && route.methods().equals(READING)
                        && route.pattern().startsWith("/api/"))
                .isPresent();
    }

    private static List<Route> rows(
            Set<HttpMethod> methods, boolean open, Set<Role> roles, Route.Scope scope, String... patterns) {
        return Stream.of(patterns)
                .map(pattern -> Route.of(methods, pattern, open, roles, scope))
                .toList();
    }

    /// What a request does to an area. What writes also lets itself be read.
    enum Access {
        READ,
        WRITE;

        String scope(String area) {
            return area + ":" + name().toLowerCase(Locale.ROOT);
        }
    }
}
