package dev.facewright.platform.training;

import dev.facewright.ml.train.Setback;
import dev.facewright.platform.kernel.DomainEvent;
import java.util.Map;

/// A step of the run failed, and it goes on from an earlier one with an adjustment.
///
/// @param adjustment  a slug: `rate-halved`, `batch-split`
public record RunSetBack(RunId run, String adjustment, long atStep, long fromStep) implements DomainEvent {
    static RunSetBack of(RunId run, Setback setback) {
        String adjustment = switch (setback) {
            case Setback.Diverged _ -> "rate-halved";
            case Setback.OutOfMemory _ -> "batch-split";
        };
        return new RunSetBack(
                run, adjustment, setback.globalStep(), setback.goesOnFrom().globalStep());
    }

    @Override
    public AuditFacts facts() {
        return new AuditFacts(
                "training.run-set-back",
                Map.of(
                        "run", run.toString(),
                        "adjustment", adjustment,
                        "atStep", Long.toString(atStep),
                        "fromStep", Long.toString(fromStep)));
    }
}
