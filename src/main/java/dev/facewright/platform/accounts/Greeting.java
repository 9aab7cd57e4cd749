package dev.facewright.platform.accounts;

import dev.facewright.platform.kernel.ServerSettings;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Prints where the server is and how to log in, once it is ready. To the console and not to the log, for the
/// first password belongs in no log file.
@Component
class Greeting {
    private final FirstAccount firstAccount;
    private final ServerSettings settings;
    private final Environment environment;

    Greeting(FirstAccount firstAccount, ServerSettings settings, Environment environment) {
        this.firstAccount = firstAccount;
        this.settings = settings;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(0)
    void print() {
        System.out.println(text());
    }

    private String text() {
        if (!settings.role().answersRequests()) {
            return "\n  Facewright worker is ready: it takes jobs from the queue.\n";
        }
        var text = "\n  Facewright is ready:  " + address() + "\n";
        return firstAccount
                .takeGeneratedPassword()
                .map(password -> text
                        + "  Log in as             " + FirstAccount.USERNAME + "\n"
                        + "  with the password     " + password + "\n"
                        + "  It is shown this once. Change it at " + address() + "/account\n")
                .orElse(text);
    }

    private String address() {
        var host = environment.getProperty("server.address", "127.0.0.1");
        var name = host.equals("127.0.0.1") || host.equals("0.0.0.0") || host.equals("::") ? "localhost" : host;
        return "http://" + name + ":" + environment.getProperty("local.server.port", "8080");
    }
}
