package dev.facewright.platform.audit.web;

import dev.facewright.platform.audit.AuditLog;
import dev.facewright.platform.kernel.PageKey;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/audit")
class AuditPages {
    private static final int SIZE = 50;

    private final AuditLog log;

    AuditPages(AuditLog log) {
        this.log = log;
    }

    @GetMapping
    String list(
            @ModelAttribute("filter") AuditForm filter,
            @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
            @RequestParam(required = false) @Nullable PageKey key,
            Model model) {
        model.addAttribute("view", log.search(filter.query(), page, SIZE, key));
        model.addAttribute("actions", log.actions());
        model.addAttribute("url", filter.url("/audit"));
        model.addAttribute("csv", filter.url("/audit/entries.csv"));
        return "audit/list";
    }

    @GetMapping("/entries.csv")
    void csv(@ModelAttribute("filter") AuditForm filter, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("audit.csv").build().toString());
        try (var csv = new AuditCsv(response.getWriter())) {
            log.forEach(filter.query(), csv::write);
        }
    }
}
