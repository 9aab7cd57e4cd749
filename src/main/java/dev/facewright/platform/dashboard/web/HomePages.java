package dev.facewright.platform.dashboard.web;

import dev.facewright.platform.accounts.Shell;
import dev.facewright.platform.dashboard.HomeOverview;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

@Controller
class HomePages {
    private final HomeOverview overview;
    private final Shell shell;

    HomePages(HomeOverview overview, Shell shell) {
        this.overview = overview;
        this.shell = shell;
    }

    /// The whole page, or for htmx the part of it that changes.
    @GetMapping("/")
    String home(@RequestHeader(name = "HX-Request", defaultValue = "false") boolean changingPart, Model model) {
        model.addAttribute("home", overview.home().seenBy(shell::mayRead));
        model.addAttribute("areas", readableAreas());
        return changingPart ? "dashboard/home :: now" : "dashboard/home";
    }

    /// Where this visitor may look: elsewhere the page shows numbers without links.
    private Set<String> readableAreas() {
        Shell.Visitor visitor = shell.visitor();
        Stream<String> areas =
                visitor == null ? Stream.of() : visitor.navigation().stream().map(Shell.Item::name);
        return Stream.concat(areas, Stream.of("help")).collect(Collectors.toUnmodifiableSet());
    }
}
