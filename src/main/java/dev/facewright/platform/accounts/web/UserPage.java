package dev.facewright.platform.accounts.web;

import dev.facewright.platform.accounts.AccountId;
import dev.facewright.platform.accounts.AccountProblem.WeakPassword;
import dev.facewright.platform.accounts.Accounts;
import dev.facewright.platform.accounts.Role;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/users/{id}")
class UserPage {
    private static final String PAGE = "accounts/user";

    private final Accounts accounts;

    UserPage(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping
    String show(@PathVariable AccountId id, Model model) {
        var user = accounts.get(id);
        fill(model, id);
        model.addAttribute("rolesForm", new UserForms.Roles(user.roles()));
        model.addAttribute("passwordForm", new UserForms.Password(""));
        return PAGE;
    }

    @PostMapping("/roles")
    ModelAndView giveRoles(
            @PathVariable AccountId id,
            @ModelAttribute("rolesForm") @Valid UserForms.Roles form,
            BindingResult binding,
            Model model,
            RedirectAttributes flash) {
        if (binding.hasErrors()) {
            model.addAttribute("passwordForm", new UserForms.Password(""));
            return again(model, id);
        }
        accounts.giveRoles(id, form.roles());
        return done("accounts.users.saved", id, flash);
    }

    @PostMapping("/password")
    ModelAndView resetPassword(
            @PathVariable AccountId id,
            @ModelAttribute("passwordForm") @Valid UserForms.Password form,
            BindingResult binding,
            Model model,
            RedirectAttributes flash) {
        if (!binding.hasErrors()) {
            try {
                accounts.resetPassword(id, form.password());
                return done("accounts.users.reset.done", id, flash);
            } catch (WeakPassword e) {
                binding.rejectValue("password", "problem.weak-password");
            }
        }
        model.addAttribute("rolesForm", new UserForms.Roles(accounts.get(id).roles()));
        return again(model, id);
    }

    @PostMapping("/disabling")
    ModelAndView disable(@PathVariable AccountId id, RedirectAttributes flash) {
        accounts.disable(id);
        return done("accounts.users.disabled.done", id, flash);
    }

    @PostMapping("/enabling")
    ModelAndView enable(@PathVariable AccountId id, RedirectAttributes flash) {
        accounts.enable(id);
        return done("accounts.users.enabled.done", id, flash);
    }

    private void fill(Model model, AccountId id) {
        model.addAttribute("user", accounts.get(id));
        model.addAttribute("roles", List.of(Role.values()));
    }

    private ModelAndView again(Model model, AccountId id) {
        fill(model, id);
        return new ModelAndView(PAGE, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ModelAndView done(String message, AccountId id, RedirectAttributes flash) {
        flash.addFlashAttribute("message", message);
        return new ModelAndView("redirect:/users/" + id);
    }
}
