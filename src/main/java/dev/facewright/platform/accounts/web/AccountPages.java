package dev.facewright.platform.accounts.web;

import dev.facewright.platform.accounts.AccountProblem.WeakPassword;
import dev.facewright.platform.accounts.AccountProblem.WrongPassword;
import dev.facewright.platform.accounts.Accounts;
import dev.facewright.platform.accounts.Sessions;
import dev.facewright.platform.accounts.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class AccountPages {
    private static final String PAGE = "accounts/account";

    private final Accounts accounts;
    private final Sessions sessions;

    AccountPages(Accounts accounts, Sessions sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @ModelAttribute("person")
    SignedIn person(@AuthenticationPrincipal SignedIn person) {
        return person;
    }

    @GetMapping("/account")
    String account(Model model) {
        model.addAttribute("form", PasswordForm.EMPTY);
        return PAGE;
    }

    @PostMapping("/account/password")
    ModelAndView changePassword(
            @ModelAttribute("form") @Valid PasswordForm form,
            BindingResult binding,
            @AuthenticationPrincipal SignedIn person,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (!form.repeated()) {
            binding.rejectValue("repeat", "accounts.account.mismatch");
        }
        if (!binding.hasErrors()) {
            try {
                sessions.continueAs(
                        accounts.changePassword(person.account(), form.current(), form.password()), request, response);
                flash.addFlashAttribute("message", "accounts.account.changed");
                return new ModelAndView("redirect:/account");
            } catch (WrongPassword e) {
                binding.rejectValue("current", "problem.wrong-password");
            } catch (WeakPassword e) {
                binding.rejectValue("password", "problem.weak-password");
            }
        }
        return new ModelAndView(PAGE, HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
