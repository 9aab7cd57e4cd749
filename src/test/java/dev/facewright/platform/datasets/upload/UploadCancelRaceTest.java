package dev.facewright.platform.datasets.upload;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.datasets.Datasets;
import dev.facewright.platform.datasets.Scene;
import dev.facewright.platform.datasets.UploadId;
import dev.facewright.platform.datasets.upload.ArchiveSafe.StoredArchive;
import dev.facewright.platform.datasets.upload.UploadHandler.UploadPayload;
import dev.facewright.platform.jobs.CancelRace;
import dev.facewright.platform.jobs.JobsByHand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@FacewrightTest
record UploadCancelRaceTest(
        CancelRace race,
        JobsByHand jobs,
        UploadHandler handler,
        UploadRepository rows,
        ArchiveSafe safe,
        Datasets datasets,
        Scene scene,
        Clock clock) {
    @Test
    void oneMayBeCancelledWhileItBeginsOrEnds(@TempDir Path folder) throws IOException {
        Path archive = Files.write(folder.resolve("archive.zip"), new byte[] {1});
        UploadId first = unqueued(archive);
        race.meetsTheBeginning(handler, new UploadPayload(first), () -> datasets.cancel(first));
        UploadId second = unqueued(archive);
        race.meetsTheEnd(handler, new UploadPayload(second), () -> datasets.cancel(second));
    }

    private UploadId unqueued(Path archive) throws IOException {
        UploadId id = UploadId.random();
        StoredArchive stored = new StoredArchive(ArchiveSafe.key(id), Files.size(archive), safe.createKey(id));
        safe.put(id, stored, archive);
        Upload row = new Upload(id, scene.dataset(), stored, clock.instant());
        row.received(jobs.unqueued(UploadHandler.TYPE));
        rows.saveAndFlush(row);
        return id;
    }
}
