package dev.facewright.platform.sweep;

import java.util.Set;
import java.util.TreeSet;

/// What a sweep has counted so far.
final class Tally {
    long lookedAt;
    long objects;
    long uploads;
    long plans;
    long keys;
    long young;
    long strange;
    final Set<String> unanswered = new TreeSet<>();

    long found() {
        return objects + uploads + plans + keys;
    }
}
