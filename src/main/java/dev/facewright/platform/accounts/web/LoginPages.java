package dev.facewright.platform.accounts.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class LoginPages {
    @GetMapping("/login")
    String login() {
        return "accounts/login";
    }
}
