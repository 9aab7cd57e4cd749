package dev.facewright.platform.accounts.web;

import dev.facewright.platform.accounts.AccountId;
import dev.facewright.platform.accounts.AccountProblem.UsernameTaken;
import dev.facewright.platform.accounts.AccountProblem.WeakPassword;
import dev.facewright.platform.accounts.Accounts;
import dev.facewright.platform.accounts.NewAccount;
import dev.facewright.platform.accounts.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/users")
class UserPages {
    private static final int SIZE = 50;

    private final Accounts accounts;

    UserPages(Accounts accounts) {
        this.accounts = accounts;
    }

    @ModelAttribute("roles")
    List<Role> roles() {
        return List.of(Role.values());
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page, Model model) {
        model.addAttribute("view", accounts.list(page, SIZE));
        model.addAttribute("form", new NewAccount("", "", Set.of()));
        return "accounts/users";
    }

    @PostMapping
    ModelAndView create(
            @ModelAttribute("form") @Valid NewAccount form,
            BindingResult binding,
            Model model,
            RedirectAttributes flash) {
        if (!binding.hasErrors()) {
            try {
                return created(accounts.create(form), form, flash);
            } catch (UsernameTaken e) {
                binding.rejectValue("username", "problem.username-taken");
            } catch (WeakPassword e) {
                binding.rejectValue("password", "problem.weak-password");
            }
        }
        model.addAttribute("view", accounts.list(0, SIZE));
        return new ModelAndView("accounts/users", HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ModelAndView created(AccountId id, NewAccount form, RedirectAttributes flash) {
        flash.addFlashAttribute("message", "accounts.users.created");
        flash.addFlashAttribute("messageArguments", List.of(form.username()));
        return new ModelAndView("redirect:/users#" + id);
    }
}
