package dev.facewright.platform.jobs;

import org.springframework.stereotype.Component;

/// `ProbeTraining` that people see.
@Component
class ShownTraining extends ProbeJob {
    static final JobType<Probe> TYPE = new JobType<>("shown-training", Probe.class, JobLane.TRAINING, "runs");

    @Override
    public JobType<Probe> type() {
        return TYPE;
    }
}
