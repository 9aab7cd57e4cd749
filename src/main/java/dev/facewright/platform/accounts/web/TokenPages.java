package dev.facewright.platform.accounts.web;

import dev.facewright.platform.accounts.ApiTokens;
import dev.facewright.platform.accounts.NewToken;
import dev.facewright.platform.accounts.SignedIn;
import dev.facewright.platform.accounts.TokenId;
import jakarta.validation.Valid;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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
@RequestMapping("/tokens")
class TokenPages {
    private static final String PAGE = "accounts/tokens";
    private static final int DEFAULT_DAYS = 90;

    private final ApiTokens tokens;

    TokenPages(ApiTokens tokens) {
        this.tokens = tokens;
    }

    @ModelAttribute
    void lists(@AuthenticationPrincipal SignedIn person, Model model) {
        model.addAttribute("tokens", tokens.of(person.account()));
        model.addAttribute("scopes", tokens.scopes(person.roles()));
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("form", new NewToken("", Set.of(), DEFAULT_DAYS));
        return PAGE;
    }

    @PostMapping
    ModelAndView create(
            @ModelAttribute("form") @Valid NewToken form,
            BindingResult binding,
            @AuthenticationPrincipal SignedIn person,
            RedirectAttributes flash) {
        if (binding.hasErrors()) {
            return new ModelAndView(PAGE, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        flash.addFlashAttribute("issued", tokens.create(person.account(), form));
        return new ModelAndView("redirect:/tokens");
    }

    @PostMapping("/{id}/revocation")
    String revoke(@PathVariable TokenId id, @AuthenticationPrincipal SignedIn person, RedirectAttributes flash) {
        tokens.revoke(person.account(), id);
        flash.addFlashAttribute("message", "accounts.tokens.revoked");
        return "redirect:/tokens";
    }
}
