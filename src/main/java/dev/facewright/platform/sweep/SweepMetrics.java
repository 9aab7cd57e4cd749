package dev.facewright.platform.sweep;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What this process swept, for whoever watches: a count of something found tells of a process that died.
@Component
class SweepMetrics {
    private static final String SWEPT = "facewright.sweep.swept";

    private final MeterRegistry meters;
    private final AtomicReference<@Nullable SweepView> last = new AtomicReference<>();

    SweepMetrics(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        meters.gauge("facewright.sweep.age.seconds", last, sweep -> age(sweep.get(), clock));
    }

    void ended(SweepView sweep) {
        last.set(sweep);
        count("object", sweep.objects());
        count("multipart-upload", sweep.uploads());
        count("plan", sweep.plans());
        count("data-key", sweep.keys());
        meters.counter("facewright.sweep.unanswered")
                .increment(sweep.unanswered().size());
        meters.counter("facewright.sweep.failed").increment(sweep.failure() == null ? 0 : 1);
    }

    void files(int deleted) {
        count("file", deleted);
    }

    private void count(String what, long number) {
        meters.counter(SWEPT, "what", what).increment(number);
    }

    private static double age(@Nullable SweepView sweep, Clock clock) {
        return sweep == null
                ? Double.NaN
                : clock.instant().getEpochSecond() - sweep.startedAt().getEpochSecond();
    }
}
