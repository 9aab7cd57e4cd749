package dev.facewright.platform;

import static dev.facewright.platform.Eventually.until;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes a race come out as a test wants it: holds others back by a lock and goes on once they wait for it.
@Component
public class Waiting {
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    Waiting(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// To be called in the transaction that holds them back.
    public void untilHeldBack(int others) {
        int self = jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
        until(() -> heldBackBy(self) >= others);
    }

    private long heldBackBy(int backend) {
        return jdbc.sql("select count(*) from pg_stat_activity where :self = any(pg_blocking_pids(pid))")
                .param("self", backend)
                .query(Long.class)
                .single();
    }

    /// Has all of them at once look at a table before any of them writes into it.
    ///
    /// @return what each gave, or threw
    public List<Object> allLookBeforeAnyWrites(String table, List<? extends Callable<?>> all) {
        try (var threads = Executors.newFixedThreadPool(all.size())) {
            List<Future<?>> under = new ArrayList<>();
            transactions.executeWithoutResult(status -> {
                jdbc.sql("lock table " + table + " in share mode").update();
                all.forEach(each -> under.add(threads.submit(each)));
                untilHeldBack(all.size());
            });
            return under.stream().map(Waiting::gaveOrThrew).toList();
        }
    }

    private static Object gaveOrThrew(Future<?> work) {
        try {
            return Objects.requireNonNull(work.get());
        } catch (ExecutionException thrown) {
            return Objects.requireNonNull(thrown.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
