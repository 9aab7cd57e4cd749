package dev.facewright.platform.embedded;

import dev.facewright.platform.embedded.DataFolder.DataFolderInUse;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says what to do instead of showing a stack trace.
final class DataFolderInUseAnalyzer extends AbstractFailureAnalyzer<DataFolderInUse> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DataFolderInUse cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Stop that server, or give this one its own folder and port, for example "
                        + "FACEWRIGHT_DATA=./data2 FACEWRIGHT_PORT=8081.",
                cause);
    }
}
