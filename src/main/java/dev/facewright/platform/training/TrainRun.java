package dev.facewright.platform.training;

import dev.facewright.platform.jobs.JobLane;
import dev.facewright.platform.jobs.JobType;

/// The job of a run: everything else is read when it is taken.
record TrainRun(RunId run) {
    static final JobType<TrainRun> TYPE = new JobType<>("train-run", TrainRun.class, JobLane.TRAINING, "runs");
}
