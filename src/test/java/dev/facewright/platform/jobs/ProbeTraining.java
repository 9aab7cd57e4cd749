package dev.facewright.platform.jobs;

import org.springframework.stereotype.Component;

/// `ProbeJob` in the lane of trainings.
@Component
class ProbeTraining extends ProbeJob {
    static final JobType<Probe> TYPE = new JobType<>("probe-training", Probe.class, JobLane.TRAINING, null);

    @Override
    public JobType<Probe> type() {
        return TYPE;
    }
}
