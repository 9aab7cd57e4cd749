package dev.facewright.platform.sweep;

import dev.facewright.platform.jobs.JobQueue;
import dev.facewright.platform.kernel.PageView;
import dev.facewright.platform.sweep.SweepHandler.SweepNow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/// Sweeps the store and the vault, one process at a time, and remembers what was found.
@Service
public class Sweeps {
    private static final Logger log = LoggerFactory.getLogger(Sweeps.class);

    /// Longer than a thousand objects take.
    private static final Duration TURN = Duration.ofMinutes(10);
    private static final Duration REMEMBERED = Duration.ofDays(90);

    private final Broom broom;
    private final SweepRepository rows;
    private final SweepSettings settings;
    private final SweepMetrics metrics;
    private final JobQueue jobs;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Sweeps(
            Broom broom,
            SweepRepository rows,
            SweepSettings settings,
            SweepMetrics metrics,
            JobQueue jobs,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.broom = broom;
        this.rows = rows;
        this.settings = settings;
        this.metrics = metrics;
        this.jobs = jobs;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /// Has a worker sweep as soon as it can.
    @Transactional
    public void request() {
        jobs.submit(SweepHandler.TYPE, new SweepNow());
        events.publishEvent(new SweepEvent.Requested());
    }

    /// Newest first.
    @Transactional(readOnly = true)
    public PageView<SweepView> list(int page, int size) {
        return PageView.of(rows.findAllByOrderByStartedAtDescIdAsc(PageRequest.of(page, size)), SweepRow::view);
    }

    public SweepSettings settings() {
        return settings;
    }

    /// Empty if another process is at it.
    public Optional<SweepView> sweep() {
        SweepId id = SweepId.random();
        if (!begin(id)) {
            return Optional.empty();
        }
        Tally tally = new Tally();
        String failure = "unexpected-error";
        try {
            sweep(id, tally);
            failure = null;
        } catch (TurnLost lost) {
            failure = "sweep-broken-off";
        } catch (RuntimeException failed) {
            log.error("Sweep {} was broken off; the next begins anew", id, failed);
        }
        return Optional.of(end(id, tally, failure));
    }

    private void sweep(SweepId id, Tally tally) {
        Instant before = clock.instant().minus(settings.grace());
        Runnable step = () -> {
            if (!renewTurn(id)) {
                throw new TurnLost();
            }
        };
        broom.plans(tally, step);
        broom.uploads(before, tally, step);
        broom.keys(before, tally, step);
        broom.objects(before, tally, step);
    }

    private boolean begin(SweepId id) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            Instant now = clock.instant();
            boolean mine = rows.take(id.value(), now.plus(TURN), now) == 1;
            if (mine) {
                rows.saveAndFlush(new SweepRow(id, now));
                rows.breakOff(id.value(), now);
                rows.forget(now.minus(REMEMBERED));
            }
            return mine;
        }));
    }

    private boolean renewTurn(SweepId id) {
        Instant until = clock.instant().plus(TURN);
        return Boolean.TRUE.equals(transactions.execute(status -> rows.renew(id.value(), until) == 1));
    }

    private SweepView end(SweepId id, Tally tally, @Nullable String failure) {
        SweepView sweep = Objects.requireNonNull(transactions.execute(status -> {
            SweepRow row = rows.findById(id.value()).orElseThrow();
            row.end(tally, failure, clock.instant());
            rows.leave(id.value());
            SweepView view = row.view();
            if (view.found() > 0 || !view.unanswered().isEmpty() || failure != null) {
                events.publishEvent(SweepEvent.Swept.of(view));
            }
            return view;
        }));
        metrics.ended(sweep);
        return sweep;
    }

    private static final class TurnLost extends RuntimeException {}
}
