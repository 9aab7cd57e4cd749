package dev.facewright.platform.kernel;

import dev.facewright.platform.kernel.DatabaseMigration.DatabaseNotMigrated;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says what to do instead of showing a stack trace.
final class DatabaseNotMigratedAnalyzer extends AbstractFailureAnalyzer<DatabaseNotMigrated> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DatabaseNotMigrated cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Start one process that knows the owner of the tables first: set SPRING_FLYWAY_USER and "
                        + "SPRING_FLYWAY_PASSWORD, for a server or for dev.facewright.platform.Migration, which does that "
                        + "and ends. The README's section \"Two roles in the database\" says how the roles are made.",
                cause);
    }
}
