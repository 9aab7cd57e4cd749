package dev.facewright.platform.datasets.upload;

import dev.facewright.ml.image.Landmarks5;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.Dataset;
import dev.facewright.platform.datasets.Offer;
import dev.facewright.platform.datasets.RefusalReason;
import dev.facewright.platform.datasets.UploadId;
import dev.facewright.platform.datasets.archive.Entry;
import dev.facewright.platform.datasets.archive.EntryPath;
import dev.facewright.platform.datasets.archive.EntryProblem;
import dev.facewright.platform.datasets.archive.EntryRefused;
import dev.facewright.platform.datasets.image.ImageRow.Origin;
import dev.facewright.platform.datasets.image.Intake;
import dev.facewright.platform.kernel.OrderedPool;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One way through one archive: entries are read and counted on the caller's thread and worked on by a few others.
final class IntakePass implements AutoCloseable {
    private static final int TELL_EVERY = 20;
    private static final int IN_MEMORY = 2;

    private record Done(Intake result, int position, SubjectId subject) {}

    private final Dataset dataset;
    private final UploadId upload;
    private final ArchiveSurvey survey;
    private final ArchiveIntake intake;
    private final OrderedPool<Done> pool;
    private final UploadTally tally = new UploadTally();
    private final Map<String, Optional<SubjectId>> subjects = new HashMap<>();

    IntakePass(Dataset dataset, UploadId upload, ArchiveSurvey survey, ArchiveIntake intake, int threads) {
        this.dataset = dataset;
        this.upload = upload;
        this.survey = survey;
        this.intake = intake;
        this.pool = new OrderedPool<>(
                "intake", threads, IN_MEMORY, done -> count(done.result(), done.position(), done.subject()));
    }

    /// @throws RuntimeException what kept a worker from doing its part, if something did
    void offer(Entry entry) throws InterruptedException, IOException {
        switch (entry.path()) {
            case EntryPath.Directory ignored -> {}
            case EntryPath.Junk ignored -> tally.skip();
            case EntryPath.AtRoot ignored
            when ArchiveSurvey.isLandmarks(entry) ->
                refuseUnless(survey.landmarks().readable(), entry, RefusalReason.BAD_LANDMARKS);
            case EntryPath.AtRoot ignored
            when ArchiveSurvey.isPeople(entry) ->
                refuseUnless(survey.people().readable(), entry, RefusalReason.BAD_PEOPLE);
            case EntryPath.AtRoot ignored -> refuse(entry, null, RefusalReason.NOT_IN_A_SUBJECT_FOLDER);
            case EntryPath.Bad bad -> refuse(entry, null, reason(bad.problem()));
            case EntryPath.InFolder file -> offer(entry, file);
        }
    }

    private void offer(Entry entry, EntryPath.InFolder file) throws InterruptedException, IOException {
        SubjectId subject = subject(file.folder()).orElse(null);
        if (subject == null) {
            refuse(entry, null, RefusalReason.UNKNOWN_SUBJECT);
            return;
        }
        List<String> codes = survey.people().of(file.path());
        List<SubjectId> faces =
                codes.stream().flatMap(code -> subject(code).stream()).toList();
        Optional<Landmarks5> points = survey.landmarks().of(file.path());
        if (points.isEmpty() && survey.landmarks().mentions(file.path())) {
            refuse(entry, subject, RefusalReason.BAD_LANDMARKS);
        } else if (codes.isEmpty() && survey.people().mentions(file.path())) {
            refuse(entry, subject, RefusalReason.BAD_PEOPLE);
        } else if (faces.size() < codes.size()) {
            refuse(entry, subject, RefusalReason.UNKNOWN_OTHER);
        } else {
            read(entry, subject, faces, points.orElse(null));
        }
    }

    private Optional<SubjectId> subject(String code) {
        return subjects.computeIfAbsent(code, each -> intake.consents().byCode(each));
    }

    private void read(Entry entry, SubjectId subject, List<SubjectId> faces, @Nullable Landmarks5 points)
            throws InterruptedException, IOException {
        try {
            work(entry.position(), new Offer(subject, faces, entry.read(), points));
        } catch (EntryRefused refused) {
            refuse(entry, subject, reason(refused.problem()));
        }
    }

    private void work(int position, Offer offer) throws InterruptedException {
        Origin origin = new Origin(upload, position);
        pool.submit(() -> new Done(intake.images().take(dataset, offer, origin), position, offer.subject()));
    }

    private void refuseUnless(boolean readable, Entry entry, RefusalReason reason) {
        if (!readable) {
            refuse(entry, null, reason);
        }
    }

    private void refuse(Entry entry, @Nullable SubjectId subject, RefusalReason reason) {
        count(new Intake.NotTaken(reason), entry.position(), subject);
    }

    private void count(Intake result, int position, @Nullable SubjectId subject) {
        if (result instanceof Intake.NotTaken(RefusalReason reason)) {
            intake.refused(upload, position, subject, reason);
        }
        tally.count(result);
        if (tally.processed() % TELL_EVERY == 0) {
            intake.progressed(upload, tally.counts());
        }
    }

    /// Waits for the images that are still being worked on.
    ///
    /// @throws RuntimeException what kept a worker from doing its part, if something did
    void await() throws InterruptedException {
        pool.drain();
        intake.progressed(upload, tally.counts());
    }

    @Override
    public void close() {
        pool.close();
    }

    private static RefusalReason reason(EntryProblem problem) {
        return switch (problem) {
            case UNSAFE_PATH -> RefusalReason.UNSAFE_PATH;
            case NOT_IN_A_SUBJECT_FOLDER -> RefusalReason.NOT_IN_A_SUBJECT_FOLDER;
            case LINK -> RefusalReason.LINK;
            case UNREADABLE_ENTRY -> RefusalReason.UNREADABLE_ENTRY;
            case NESTED_ARCHIVE -> RefusalReason.NESTED_ARCHIVE;
            case TOO_LARGE -> RefusalReason.TOO_LARGE;
            case COMPRESSION_BOMB -> RefusalReason.COMPRESSION_BOMB;
            case ARCHIVE_LIMIT -> RefusalReason.ARCHIVE_LIMIT;
            case ARCHIVE_DAMAGED -> RefusalReason.ARCHIVE_DAMAGED;
        };
    }
}
