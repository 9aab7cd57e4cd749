package dev.facewright.platform.consent.web;

import dev.facewright.platform.consent.SubjectImport;
import dev.facewright.platform.kernel.web.SmallFile;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/people/import")
class ImportPages {
    private final SubjectImport subjects;

    ImportPages(SubjectImport subjects) {
        this.subjects = subjects;
    }

    @GetMapping
    String form(Model model) {
        model.addAttribute("heading", String.join(",", SubjectImport.heading()));
        return "consent/import";
    }

    @PostMapping
    ModelAndView run(@RequestPart MultipartFile file, Model model, RedirectAttributes flash) throws IOException {
        SubjectImport.Result result = subjects.run(SmallFile.bytes(file));
        if (result.problems().isEmpty()) {
            flash.addFlashAttribute("message", "consent.import.done");
            flash.addFlashAttribute("messageArguments", List.of(result.registered()));
            return new ModelAndView("redirect:/people");
        }
        model.addAttribute("problems", result.problems());
        return new ModelAndView(form(model), HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
