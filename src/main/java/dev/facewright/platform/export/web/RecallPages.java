package dev.facewright.platform.export.web;

import dev.facewright.platform.export.BundleRecalls;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/exports/recalls")
class RecallPages {
    private final BundleRecalls recalls;

    RecallPages(BundleRecalls recalls) {
        this.recalls = recalls;
    }

    @GetMapping
    String ofMine(Model model) {
        model.addAttribute("recalled", recalls.ofMine());
        return "export/recalls";
    }
}
