package dev.facewright.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.platform.DatabaseOwner;
import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.audit.LogGuard.LogInServersHands;
import dev.facewright.platform.kernel.DatabaseSettings;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

@FacewrightTest
@ExtendWith(OutputCaptureExtension.class)
class LogGuardTest {
    private final AuditEntries asServer;
    private final AuditEntries asOwner;

    LogGuardTest(JdbcTemplate jdbc, DataSource server, JsonMapper json) {
        this.asServer = new AuditEntries(jdbc, json);
        this.asOwner =
                new AuditEntries(new JdbcTemplate(DatabaseOwner.of(server).source()), json);
    }

    @Test
    void aServerThatCouldRewriteItsLogDoesNotStart() {
        assertThatThrownBy(() -> new LogGuard(asOwner, new DatabaseSettings(false)))
                .isInstanceOf(LogInServersHands.class);
        assertThatCode(() -> new LogGuard(asServer, new DatabaseSettings(false)))
                .doesNotThrowAnyException();
    }

    @Test
    void anOperatorWhoWantsOneRoleIsToldWhatThatMeans(CapturedOutput console) {
        new LogGuard(asOwner, new DatabaseSettings(true));
        assertThat(console).contains("can rewrite the audit log and take withdrawals back");
    }
}
