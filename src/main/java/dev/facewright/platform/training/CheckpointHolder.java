package dev.facewright.platform.training;

import dev.facewright.platform.consent.Held;
import dev.facewright.platform.consent.PersonalDataHolder;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.datasets.Datasets;
import dev.facewright.platform.models.ModelLineage;
import dev.facewright.platform.models.ModelVersionId;
import dev.facewright.platform.storage.ObjectOwner;
import dev.facewright.platform.storage.ObjectStore;
import dev.facewright.platform.storage.ObjectStore.ListedObject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The states kept of runs that learn from a person, or go on from a model that did: each has a template of everyone
/// in it. A run that is under way has crops in the memory of its process too, out of reach from here; it was told to
/// stop when its data was revoked, and the erasure waits until it has.
@Component
class CheckpointHolder implements PersonalDataHolder {
    private final Datasets datasets;
    private final ModelLineage lineage;
    private final RunRepository runs;
    private final Checkpoints checkpoints;
    private final ObjectStore store;

    CheckpointHolder(
            Datasets datasets, ModelLineage lineage, RunRepository runs, Checkpoints checkpoints, ObjectStore store) {
        this.datasets = datasets;
        this.lineage = lineage;
        this.runs = runs;
        this.checkpoints = checkpoints;
        this.store = store;
    }

    @Override
    public String name() {
        return "checkpoints";
    }

    @Override
    public void erase(SubjectId subject) {
        for (Learner run : learners(subject)) {
            checkpoints.deleteAll(run.id());
            try (Stream<ListedObject> neverRecorded = owned(run)) {
                neverRecorded.forEach(object -> store.delete(object.key()));
            }
        }
    }

    @Override
    public Stream<Held> find(SubjectId subject) {
        return learners(subject).stream()
                .flatMap(run ->
                        Stream.of(memory(run), recorded(run), objects(run)).flatMap(each -> each));
    }

    private static Stream<Held> memory(Learner run) {
        return run.live() ? Stream.of(new Held.Row("training_run", run.id().toString())) : Stream.empty();
    }

    private Stream<Held> recorded(Learner run) {
        return checkpoints.keys(run.id()).entrySet().stream().flatMap(each -> {
            Held row = new Held.Row("run_checkpoint", run.id() + "/" + each.getKey());
            // one with an owner is found with what the run owns
            boolean lies = each.getValue().owner().isEmpty() && store.exists(each.getValue());
            return lies ? Stream.of(row, new Held.StoredObject(each.getValue())) : Stream.of(row);
        });
    }

    private Stream<Held> objects(Learner run) {
        return owned(run).map(object -> new Held.StoredObject(object.key()));
    }

    private Stream<ListedObject> owned(Learner run) {
        return store.list(ObjectOwner.run(run.id().value()));
    }

    /// @param live  whether it waits or is under way
    private record Learner(RunId id, boolean live) {}

    private List<Learner> learners(SubjectId subject) {
        Set<DatasetVersionId> versions = datasets.versionsWith(subject);
        Stream<ModelVersionId> models = versions.stream().flatMap(version -> lineage.carrying(version).stream());
        return runs
                .learningFrom(
                        versions.stream().map(DatasetVersionId::value).toList(),
                        models.map(ModelVersionId::value).distinct().toList())
                .stream()
                .map(run -> new Learner(run.id(), !run.life().ended()))
                .toList();
    }
}
