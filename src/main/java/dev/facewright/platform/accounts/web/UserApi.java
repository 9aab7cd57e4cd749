package dev.facewright.platform.accounts.web;

import dev.facewright.platform.accounts.AccountId;
import dev.facewright.platform.accounts.Accounts;
import dev.facewright.platform.accounts.Accounts.AccountView;
import dev.facewright.platform.accounts.NewAccount;
import dev.facewright.platform.kernel.PageView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/users")
@Tag(name = "Users", description = "The people who may log in")
class UserApi {
    private final Accounts accounts;

    UserApi(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping
    @Operation(summary = "List users by name")
    PageView<AccountView> list(
            @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int size) {
        return accounts.list(page, size);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One user")
    AccountView get(@PathVariable AccountId id) {
        return accounts.get(id);
    }

    @PostMapping
    @Operation(summary = "Add a user")
    ResponseEntity<AccountView> create(@RequestBody @Valid NewAccount wanted) {
        var id = accounts.create(wanted);
        return ResponseEntity.created(URI.create("/api/v1/users/" + id)).body(accounts.get(id));
    }

    @PutMapping("/{id}/roles")
    @Operation(summary = "Give a user exactly these roles")
    AccountView giveRoles(@PathVariable AccountId id, @RequestBody @Valid UserForms.Roles form) {
        accounts.giveRoles(id, form.roles());
        return accounts.get(id);
    }

    @PutMapping("/{id}/enabled")
    @Operation(summary = "Enable or disable a user; a disabled one's sessions and tokens end at once")
    AccountView enable(@PathVariable AccountId id, @RequestBody UserForms.Enabled form) {
        if (form.enabled()) {
            accounts.enable(id);
        } else {
            accounts.disable(id);
        }
        return accounts.get(id);
    }

    @PutMapping("/{id}/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Set a user's password; their sessions end")
    void resetPassword(@PathVariable AccountId id, @RequestBody @Valid UserForms.Password form) {
        accounts.resetPassword(id, form.password());
    }
}
