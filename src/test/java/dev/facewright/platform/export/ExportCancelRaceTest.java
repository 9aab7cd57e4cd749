package dev.facewright.platform.export;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.evaluation.TinyModel;
import dev.facewright.platform.export.RunExportHandler.RunExport;
import dev.facewright.platform.jobs.CancelRace;
import dev.facewright.platform.jobs.JobsByHand;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.ModelVersionId;
import java.time.Clock;
import org.junit.jupiter.api.Test;

@FacewrightTest
record ExportCancelRaceTest(
        CancelRace race,
        JobsByHand jobs,
        RunExportHandler handler,
        ExportRepository rows,
        ExportRecords records,
        ExportBundles exports,
        ModelRegistry models,
        Clock clock) {
    @Test
    void oneMayBeCancelledWhileItBeginsOrEnds() {
        ModelVersionId model = TinyModel.register(models, "cancelled");
        ExportId first = unqueued(model);
        race.meetsTheBeginning(handler, new RunExport(first), () -> exports.cancel(first));
        ExportId second = unqueued(model);
        race.meetsTheEnd(handler, new RunExport(second), () -> exports.cancel(second));
        ExportId third = unqueued(model);
        race.meetsTheEnd(handler, new RunExport(third), () -> records.withdraw(model, "model-quarantined"));
    }

    private ExportId unqueued(ModelVersionId model) {
        ExportId id = ExportId.random();
        var row = new ExportBundle(id, model, clock.instant());
        row.life().queuedAs(jobs.unqueued(RunExportHandler.TYPE));
        rows.saveAndFlush(row);
        return id;
    }
}
