package dev.facewright.platform.dashboard.web;

import dev.facewright.platform.accounts.Shell;
import dev.facewright.platform.dashboard.Home;
import dev.facewright.platform.dashboard.HomeOverview;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Home", description = "What is running and what needs attention")
class HomeApi {
    private final HomeOverview overview;
    private final Shell shell;

    HomeApi(HomeOverview overview, Shell shell) {
        this.overview = overview;
        this.shell = shell;
    }

    @GetMapping("/api/v1/home")
    @Operation(summary = "What is running, what needs attention, and how much there is")
    Home home() {
        return overview.home().seenBy(shell::mayRead);
    }
}
