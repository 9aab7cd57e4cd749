package dev.facewright.platform.consent.web;

import dev.facewright.platform.consent.ConsentId;
import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.ConsentProblem.ConsentInvalid;
import dev.facewright.platform.consent.NewConsent.Evidence;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.consent.Subjects;
import dev.facewright.platform.consent.WithdrawalReason;
import dev.facewright.platform.kernel.web.SmallFile;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/people/{id}/consents")
class ConsentPages {
    private final Subjects subjects;
    private final ConsentLedger ledger;
    private final Clock clock;

    ConsentPages(Subjects subjects, ConsentLedger ledger, Clock clock) {
        this.subjects = subjects;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping("/new")
    String grantForm(@PathVariable SubjectId id, Model model) {
        LocalDate today = LocalDate.now(clock);
        model.addAttribute("subject", subjects.get(id));
        model.addAttribute(
                "form", ConsentForm.empty(today, LocaleContextHolder.getLocale().toLanguageTag()));
        return "consent/grant";
    }

    @PostMapping
    ModelAndView grant(
            @PathVariable SubjectId id,
            @ModelAttribute("form") @Valid ConsentForm form,
            BindingResult binding,
            Model model,
            RedirectAttributes flash) {
        if (!binding.hasErrors()) {
            try {
                ledger.grant(id, form.consent());
                flash.addFlashAttribute("message", "consent.grant.done");
                return new ModelAndView("redirect:/people/" + id);
            } catch (ConsentInvalid invalid) {
                binding.rejectValue(ConsentForm.field(invalid.field()), invalid.messageKey());
            }
        }
        model.addAttribute("subject", subjects.get(id));
        return new ModelAndView("consent/grant", HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/{consent}/evidence")
    ResponseEntity<byte[]> evidence(@PathVariable SubjectId id, @PathVariable ConsentId consent) {
        return EvidenceDownload.of(consent, subjects.evidence(id, consent));
    }

    @PostMapping("/{consent}/evidence")
    String prove(
            @PathVariable SubjectId id,
            @PathVariable ConsentId consent,
            @RequestPart MultipartFile evidence,
            RedirectAttributes flash)
            throws IOException {
        ledger.prove(id, consent, new Evidence(SmallFile.bytes(evidence)));
        flash.addFlashAttribute("message", "consent.evidence.added");
        return "redirect:/people/" + id;
    }

    /// Says what will happen before it can be done.
    @GetMapping("/{consent}/withdrawal")
    String withdrawalForm(@PathVariable SubjectId id, @PathVariable ConsentId consent, Model model) {
        model.addAttribute("subject", subjects.get(id));
        model.addAttribute("consent", subjects.consent(id, consent));
        model.addAttribute("reasons", List.of(WithdrawalReason.values()));
        return "consent/withdrawal";
    }

    @PostMapping("/{consent}/withdrawal")
    String withdraw(
            @PathVariable SubjectId id,
            @PathVariable ConsentId consent,
            @RequestParam String reason,
            RedirectAttributes flash) {
        ledger.withdraw(id, consent, reason);
        flash.addFlashAttribute("message", "consent.withdrawal.done");
        return "redirect:/people/" + id;
    }
}
