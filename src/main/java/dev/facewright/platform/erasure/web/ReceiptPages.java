package dev.facewright.platform.erasure.web;

import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.erasure.Erasures;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/people/{id}/receipt")
class ReceiptPages {
    private final Erasures erasures;

    ReceiptPages(Erasures erasures) {
        this.erasures = erasures;
    }

    @GetMapping
    String receipt(@PathVariable SubjectId id, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("receipt", erasures.receipt(id));
        return "erasure/receipt";
    }
}
