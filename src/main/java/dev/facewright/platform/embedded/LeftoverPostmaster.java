package dev.facewright.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The Postgres process that goes on when the server was killed. It must stop before the next one may start.
record LeftoverPostmaster(Path cluster) {
    private static final Logger log = LoggerFactory.getLogger(LeftoverPostmaster.class);
    private static final int STOP_SECONDS = 30;

    static LeftoverPostmaster of(Path cluster) {
        return new LeftoverPostmaster(cluster);
    }

    void stop() throws IOException {
        var pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var process = ours(Files.readAllLines(pidFile));
        if (process.isPresent()) {
            log.info(
                    "Stopping the Postgres process {} left over from a server that was killed",
                    process.get().pid());
            end(process.get());
        }
        // a number that now belongs to some other program, or to none
        Files.deleteIfExists(pidFile);
    }

    /// The pid file names the process on its first line and the data directory on its second. A number alone
    /// proves nothing, for numbers are used again: the process must be a postgres that was started on this very
    /// folder.
    private Optional<ProcessHandle> ours(List<String> lines) {
        if (lines.size() < 2 || !Path.of(lines.get(1).strip()).equals(cluster)) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(this::runsOnThisCluster);
    }

    private boolean runsOnThisCluster(ProcessHandle process) {
        boolean postgres = process.info()
                .command()
                .map(Path::of)
                .map(Path::getFileName)
                .map(Path::toString)
                .filter(name -> name.startsWith("postgres"))
                .isPresent();
        // some systems do not tell the arguments of a process; the pid file has named the folder already
        return postgres
                && process.info()
                        .arguments()
                        .map(arguments -> List.of(arguments).contains(cluster.toString()))
                        .orElse(true);
    }

    private static void end(ProcessHandle process) throws IOException {
        process.destroy();
        try {
            process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while an old Postgres process was stopping", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(
                    "The old Postgres process " + process.pid() + " does not stop: end it and start again", e);
        }
    }
}
