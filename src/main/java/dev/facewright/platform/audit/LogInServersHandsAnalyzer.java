package dev.facewright.platform.audit;

import dev.facewright.platform.audit.LogGuard.LogInServersHands;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says what to do instead of showing a stack trace.
final class LogInServersHandsAnalyzer extends AbstractFailureAnalyzer<LogInServersHands> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, LogInServersHands cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Make a second role (create role facewright_server login password '...'), name it in "
                        + "SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD, and the owner of the tables in "
                        + "SPRING_FLYWAY_USER and SPRING_FLYWAY_PASSWORD: the README's section \"Two roles in the database\". "
                        + "FACEWRIGHT_DATABASE_ONE_ROLE=true starts all the same, with a log that proves nothing.",
                cause);
    }
}
