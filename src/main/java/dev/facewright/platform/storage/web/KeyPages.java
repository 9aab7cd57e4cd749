package dev.facewright.platform.storage.web;

import dev.facewright.platform.storage.KeyGenerations;
import dev.facewright.platform.storage.Renewal;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/keys")
class KeyPages {
    private final KeyGenerations generations;

    KeyPages(KeyGenerations generations) {
        this.generations = generations;
    }

    @GetMapping
    String list(Model view) {
        view.addAttribute("overview", generations.overview());
        return "storage/keys";
    }

    @PostMapping("/change")
    String change(RedirectAttributes flash) {
        Renewal done = generations.change();
        flash.addFlashAttribute("message", "keys.changed");
        flash.addFlashAttribute("messageArguments", List.of(done.destroyed(), done.rewrapped()));
        return "redirect:/keys";
    }
}
