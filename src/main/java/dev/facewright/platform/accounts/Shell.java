package dev.facewright.platform.accounts;

import dev.facewright.platform.accounts.Route.RoleHolder;
import dev.facewright.platform.kernel.web.Languages;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// What the layout around every page needs to know: asked for by the template as `@shell`.
@Component("shell")
public class Shell {
    private static final List<Item> NAVIGATION = List.of(
            new Item("home", "/"),
            new Item("people", "/people"),
            new Item("datasets", "/datasets"),
            new Item("runs", "/runs"),
            new Item("models", "/models"),
            new Item("benchmarks", "/benchmarks"),
            new Item("evaluations", "/evaluations"),
            new Item("exports", "/exports"),
            new Item("approvals", "/approvals"),
            new Item("audit", "/audit"));
    private static final List<Item> MENU = List.of(
            new Item("account", "/account"),
            new Item("tokens", "/tokens"),
            new Item("erasures", "/erasures"),
            new Item("holds", "/holds"),
            new Item("sweeps", "/sweeps"),
            new Item("users", "/users"),
            new Item("keys", "/keys"),
            new Item("signing-keys", "/signing-keys"),
            new Item("api", "/swagger-ui/index.html"));

    /// @param name  also the text's key: `layout.nav.<name>`
    public record Item(String name, String path) {}

    public record Visitor(String username, List<Item> navigation, List<Item> menu) {}

    public record Rights(String area, List<String> rights) {}

    /// Null where nobody is logged in.
    public @Nullable Visitor visitor() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn person
                ? new Visitor(person.username(), readable(NAVIGATION, person.roles()), readable(MENU, person.roles()))
                : null;
    }

    /// Whether whoever asks, a person or a token, may look at the page under this path.
    public boolean mayRead(String path) {
        return allowed(RouteMap.reading(path));
    }

    /// Whether whoever asks may send a form there.
    public boolean mayWrite(String path) {
        return allowed(RouteMap.writing(path));
    }

    private static boolean allowed(Optional<Route> route) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && authentication.getPrincipal() instanceof RoleHolder holder
                && route.filter(holder::allows).isPresent();
    }

    public String language() {
        return Languages.of(LocaleContextHolder.getLocale());
    }

    public List<String> languages() {
        return Languages.ALL;
    }

    /// Rows of the help page's table: an area, and for each role `NONE`, `READ` or `WRITE`.
    public List<Rights> rights() {
        return RouteMap.rights().entrySet().stream()
                .map(area -> new Rights(
                        area.getKey(),
                        Stream.of(Role.values())
                                .map(role -> area.getValue().getOrDefault(role, Set.of()))
                                .map(access -> access.isEmpty()
                                        ? "NONE"
                                        : Collections.max(access).name())
                                .toList()))
                .toList();
    }

    /// Where the server was reached: `https://faces.example.org`.
    public String address() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
    }

    private static List<Item> readable(List<Item> items, Set<Role> roles) {
        return items.stream()
                .filter(item -> RouteMap.readable(item.path(), roles))
                .toList();
    }
}
