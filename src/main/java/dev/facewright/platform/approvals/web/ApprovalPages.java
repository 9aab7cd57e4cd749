package dev.facewright.platform.approvals.web;

import dev.facewright.platform.approvals.Approvals;
import dev.facewright.platform.approvals.ProposalId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/approvals")
class ApprovalPages {
    private static final int SIZE = 50;

    private final Approvals approvals;

    ApprovalPages(Approvals approvals) {
        this.approvals = approvals;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "true") boolean open,
            @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
            Model model) {
        model.addAttribute("open", open);
        model.addAttribute("view", approvals.list(open, page, SIZE));
        return "approvals/list";
    }

    @PostMapping("/{id}/approval")
    String approve(@PathVariable ProposalId id, @RequestParam String contentHash, RedirectAttributes flash) {
        approvals.approve(id, contentHash);
        flash.addFlashAttribute("message", "approval.approved.done");
        return "redirect:/approvals";
    }

    @PostMapping("/{id}/rejection")
    String reject(@PathVariable ProposalId id, RedirectAttributes flash) {
        approvals.reject(id);
        flash.addFlashAttribute("message", "approval.rejected.done");
        return "redirect:/approvals";
    }
}
