package dev.facewright.platform.audit;

import dev.facewright.platform.kernel.DatabaseSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Refuses to start a server whose role in the database could rewrite its own log. A log that whoever writes it can
/// change proves nothing, and nobody looks for a line in a console: so it is refused, unless a setting says that the
/// operator knows.
@Component
class LogGuard {
    private static final Logger log = LoggerFactory.getLogger(LogGuard.class);

    LogGuard(AuditEntries entries, DatabaseSettings settings) {
        if (!entries.changeable()) {
            return;
        }
        if (!settings.oneRole()) {
            throw new LogInServersHands();
        }
        log.warn("The server's role in the database can rewrite the audit log and take withdrawals back:"
                + " facewright.database.one-role allows it");
    }

    static final class LogInServersHands extends IllegalStateException {
        LogInServersHands() {
            super("The server's role in the database owns the audit log, or may change it.");
        }
    }
}
