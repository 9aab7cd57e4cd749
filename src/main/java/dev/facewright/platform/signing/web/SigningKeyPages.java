package dev.facewright.platform.signing.web;

import dev.facewright.platform.signing.DocumentKind;
import dev.facewright.platform.signing.SigningKeys;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/signing-keys")
class SigningKeyPages {
    private final SigningKeys keys;

    SigningKeyPages(SigningKeys keys) {
        this.keys = keys;
    }

    @GetMapping
    String list(Model view) {
        view.addAttribute("keys", keys.all());
        view.addAttribute("kinds", DocumentKind.values());
        return "signing/keys";
    }

    @PostMapping("/{kind}/replacement")
    String replace(
            @PathVariable DocumentKind kind,
            @RequestParam(defaultValue = "false") boolean compromised,
            RedirectAttributes redirect) {
        keys.replace(kind, compromised);
        redirect.addFlashAttribute("message", "signing.replaced");
        return "redirect:/signing-keys";
    }
}
