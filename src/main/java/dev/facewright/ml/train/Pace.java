package dev.facewright.ml.train;

import java.util.function.LongSupplier;

/// How fast a run goes and how much memory it takes. Time between steps, such as a checkpoint's, does not count.
final class Pace {
    private static final double NANOS = 1e9;

    private final LongSupplier nanoTime;
    private long began;
    private long dataReady;
    private double stepSeconds;
    private int stepImages;
    private double epochSeconds;
    private long epochImages;
    private double runSeconds;
    private double runWaitSeconds;
    private long runImages;
    private long resident;
    private long peakResident;

    Pace(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    void stepBegins() {
        began = nanoTime.getAsLong();
    }

    void dataIsHere() {
        dataReady = nanoTime.getAsLong();
    }

    void stepEnds(int images) {
        stepSeconds = (nanoTime.getAsLong() - began) / NANOS;
        stepImages = images;
        epochSeconds += stepSeconds;
        epochImages += images;
        runSeconds += stepSeconds;
        runWaitSeconds += (dataReady - began) / NANOS;
        runImages += images;
        resident = ResidentMemory.bytes();
        peakResident = Math.max(peakResident, resident);
    }

    void epochEnds() {
        epochSeconds = 0;
        epochImages = 0;
    }

    double dataWaitMillis() {
        return (dataReady - began) / 1e6;
    }

    /// Share of the time spent in steps that went into waiting for their batches, in [0, 1].
    double dataWaitShareOfRun() {
        return runSeconds > 0 ? runWaitSeconds / runSeconds : 0;
    }

    double imagesPerSecondOfStep() {
        return perSecond(stepImages, stepSeconds);
    }

    double imagesPerSecondOfEpoch() {
        return perSecond(epochImages, epochSeconds);
    }

    double imagesPerSecondOfRun() {
        return perSecond(runImages, runSeconds);
    }

    long residentBytes() {
        return resident;
    }

    long peakResidentBytes() {
        return peakResident;
    }

    /// 0 where no time has passed: a report with an infinite speed would help nobody.
    private static double perSecond(long images, double seconds) {
        return seconds > 0 ? images / seconds : 0;
    }
}
