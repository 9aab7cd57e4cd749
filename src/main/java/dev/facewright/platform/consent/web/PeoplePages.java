package dev.facewright.platform.consent.web;

import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.ConsentProblem.ConsentInvalid;
import dev.facewright.platform.consent.ConsentProblem.SubjectCodeTaken;
import dev.facewright.platform.consent.NewSubject;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.consent.SubjectStatus;
import dev.facewright.platform.consent.Subjects;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
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
@RequestMapping("/people")
class PeoplePages {
    private static final int SIZE = 50;

    private final Subjects subjects;
    private final ConsentLedger ledger;
    private final Clock clock;

    PeoplePages(Subjects subjects, ConsentLedger ledger, Clock clock) {
        this.subjects = subjects;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(required = false) @Nullable SubjectStatus status,
            @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
            Model model) {
        model.addAttribute("view", subjects.search(code, status, page, SIZE));
        model.addAttribute("code", code);
        model.addAttribute("status", status);
        model.addAttribute("statuses", List.of(SubjectStatus.values()));
        return "consent/people";
    }

    @GetMapping("/new")
    String registerForm(Model model) {
        LocalDate today = LocalDate.now(clock);
        model.addAttribute(
                "form", ConsentForm.empty(today, LocaleContextHolder.getLocale().toLanguageTag()));
        return "consent/register";
    }

    @PostMapping
    ModelAndView register(
            @ModelAttribute("form") @Valid ConsentForm form, BindingResult binding, RedirectAttributes flash) {
        String code = form.code() == null ? "" : form.code().strip();
        if (!binding.hasErrors()) {
            try {
                SubjectId id = ledger.register(new NewSubject(code, form.consent()));
                flash.addFlashAttribute("message", "consent.register.done");
                return new ModelAndView("redirect:/people/" + id);
            } catch (SubjectCodeTaken taken) {
                binding.rejectValue("code", "problem.subject-code-taken");
            } catch (ConsentInvalid invalid) {
                binding.rejectValue(ConsentForm.field(invalid.field()), invalid.messageKey());
            }
        }
        return new ModelAndView("consent/register", HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/{id}")
    String person(@PathVariable SubjectId id, Model model) {
        model.addAttribute("subject", subjects.get(id));
        return "consent/person";
    }
}
