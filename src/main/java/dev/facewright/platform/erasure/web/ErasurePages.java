package dev.facewright.platform.erasure.web;

import dev.facewright.platform.approvals.ProposalView;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.consent.WithdrawalReason;
import dev.facewright.platform.erasure.Erasures;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/erasures")
class ErasurePages {
    private static final int SIZE = 50;

    private final Erasures erasures;

    ErasurePages(Erasures erasures) {
        this.erasures = erasures;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
            Model model) {
        model.addAttribute("open", open);
        model.addAttribute("view", erasures.list(open, page, SIZE));
        return "erasure/list";
    }

    @GetMapping("/{subject}")
    String erasure(@PathVariable SubjectId subject, Model model) {
        model.addAttribute("erasure", erasures.get(subject));
        model.addAttribute("certificate", erasures.certificate(subject).orElse(null));
        return "erasure/erasure";
    }

    @GetMapping("/{subject}/certificate")
    ResponseEntity<String> certificate(@PathVariable SubjectId subject) {
        return CertificateDownload.of(erasures.envelope(subject));
    }

    @PostMapping
    String propose(@RequestParam SubjectId subject, @RequestParam String reason, RedirectAttributes flash) {
        ProposalView proposal = erasures.propose(subject, WithdrawalReason.ofCode(reason));
        flash.addFlashAttribute("message", Proposals.message(proposal));
        return "redirect:/people/" + subject;
    }
}
