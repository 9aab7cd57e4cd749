package dev.facewright.platform.training.web;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.models.ModelVersionId;
import dev.facewright.platform.training.ImportedModels;
import dev.facewright.platform.training.ImportedModels.NewImport;
import dev.facewright.platform.training.InputConvention;
import dev.facewright.platform.training.TrainingProblem.ModelFileRefused;
import dev.facewright.platform.training.TrainingProblem.ModelFileTooLarge;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The form that brings in a model from elsewhere.
@Controller
@RequestMapping("/models/import")
class ModelImportPages {
    private static final String PAGE = "training/import";

    private final ImportedModels imports;

    ModelImportPages(ImportedModels imports) {
        this.imports = imports;
    }

    @ModelAttribute("conventions")
    InputConvention[] conventions() {
        return InputConvention.values();
    }

    @GetMapping
    String form(Model view) {
        view.addAttribute("form", ModelImportForm.empty());
        return PAGE;
    }

    @PostMapping
    String register(
            @Valid @ModelAttribute("form") ModelImportForm form,
            BindingResult errors,
            @RequestPart MultipartFile file,
            Model view,
            RedirectAttributes redirect,
            HttpServletResponse response)
            throws IOException {
        if (!errors.hasErrors()) {
            try {
                ModelVersionId id = imports.register(described(form), imports.read(file.getResource()));
                redirect.addFlashAttribute("message", "training.import.done");
                return "redirect:/models/" + id;
            } catch (ModelFileRefused | ModelFileTooLarge refused) {
                DomainException refusal = refused;
                view.addAttribute("refusal", refusal.slug());
                view.addAttribute("refusalArguments", refusal.arguments());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return PAGE;
    }

    private static NewImport described(ModelImportForm form) {
        return new NewImport(
                form.name(), form.preprocessing(), form.source(), form.licence(), form.publishedAccuracy());
    }
}
