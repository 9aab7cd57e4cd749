package dev.facewright.platform.sweep.web;

import dev.facewright.platform.storage.StoreFacts;
import dev.facewright.platform.sweep.Sweeps;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/sweeps")
class SweepPages {
    private static final int PAGE_SIZE = 25;

    private final Sweeps sweeps;
    private final StoreFacts facts;

    SweepPages(Sweeps sweeps, StoreFacts facts) {
        this.sweeps = sweeps;
        this.facts = facts;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page, Model view) {
        view.addAttribute("sweeps", sweeps.list(page, PAGE_SIZE));
        view.addAttribute("grace", sweeps.settings().grace().toMinutes());
        view.addAttribute("store", facts);
        return "sweep/sweeps";
    }

    @PostMapping
    String sweep(RedirectAttributes redirect) {
        sweeps.request();
        redirect.addFlashAttribute("message", "sweep.requested");
        return "redirect:/sweeps";
    }
}
