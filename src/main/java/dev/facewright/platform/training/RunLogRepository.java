package dev.facewright.platform.training;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RunLogRepository extends Repository<RunLogRow, Long> {
    /// Entries of one kind that follow each other, told by the latest of them.
    interface Folded {
        String getKind();

        @Nullable
        Long getStep();

        @Nullable
        String getDetail();

        Instant getAt();

        long getEntries();

        @Nullable
        Long getFirstStep();

        default RunLogLine line() {
            return new RunLogLine(
                    new RunLogEntry(getAt(), getKind(), getStep(), getDetail()), getEntries(), getFirstStep());
        }
    }

    RunLogRow save(RunLogRow entry);

    @Query("select new dev.facewright.platform.training.RunLogEntry(l.loggedAt, l.kind, l.step, l.detail)"
            + " from RunLogRow l where l.runId = :run order by l.seq desc")
    List<RunLogEntry> latest(UUID run, Limit most);

    @NativeQuery("""
            with following as (
              select *, kind = 'checkpoint' as folds,
                sum(case when kind = 'checkpoint' then 0 else 1 end) over (order by seq) as after
              from run_log where run_id = :run)
            select max(kind) as kind, max(step) as step, max(detail) as detail, max(logged_at) as at,
              min(step) as firstStep, count(*) as entries
            from following group by after, folds order by max(seq) desc limit :most""")
    List<Folded> latestFolded(UUID run, int most);
}
