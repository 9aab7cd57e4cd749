package dev.facewright.platform.erasure.web;

import dev.facewright.platform.approvals.ProposalView;
import dev.facewright.platform.erasure.ErasureProblem.HoldInvalid;
import dev.facewright.platform.erasure.HoldId;
import dev.facewright.platform.erasure.HoldObject;
import dev.facewright.platform.erasure.HoldReason;
import dev.facewright.platform.erasure.LegalHolds;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/holds")
class HoldPages {
    private static final int SIZE = 50;

    private final LegalHolds holds;

    HoldPages(LegalHolds holds) {
        this.holds = holds;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page, Model model) {
        model.addAttribute("view", holds.list(page, SIZE));
        return "erasure/holds";
    }

    @GetMapping("/new")
    String form(
            @RequestParam(defaultValue = "SUBJECT") HoldObject.Kind kind,
            @RequestParam(required = false) @Nullable UUID object,
            Model model) {
        model.addAttribute("form", new HoldForm(kind, object, null, null));
        choices(model);
        return "erasure/hold-form";
    }

    @PostMapping
    ModelAndView place(
            @ModelAttribute("form") @Valid HoldForm form,
            BindingResult binding,
            Model model,
            RedirectAttributes flash) {
        if (!binding.hasErrors()) {
            try {
                holds.place(form.on(), form.why(), java.util.Objects.requireNonNull(form.reviewOn()));
                flash.addFlashAttribute("message", "hold.placed.done");
                return new ModelAndView("redirect:/holds");
            } catch (HoldInvalid invalid) {
                binding.rejectValue(invalid.field(), invalid.messageKey());
            }
        }
        choices(model);
        return new ModelAndView("erasure/hold-form", HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/{id}/lifting")
    String lift(@PathVariable HoldId id, RedirectAttributes flash) {
        ProposalView proposal = holds.proposeLifting(id);
        flash.addFlashAttribute("message", Proposals.message(proposal));
        return "redirect:/holds";
    }

    private static void choices(Model model) {
        model.addAttribute("kinds", List.of(HoldObject.Kind.values()));
        model.addAttribute("reasons", HoldReason.codes());
    }
}
