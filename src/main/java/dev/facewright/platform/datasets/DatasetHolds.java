package dev.facewright.platform.datasets;

import dev.facewright.platform.datasets.image.ImageRepository;
import dev.facewright.platform.datasets.registry.DatasetRepository;
import dev.facewright.platform.erasure.HoldObject;
import dev.facewright.platform.erasure.HoldReach;
import java.util.Collection;
import org.springframework.stereotype.Component;

/// A hold on a dataset keeps everyone whose images are or were in it.
@Component
class DatasetHolds implements HoldReach {
    private final DatasetRepository datasets;
    private final ImageRepository images;

    DatasetHolds(DatasetRepository datasets, ImageRepository images) {
        this.datasets = datasets;
        this.images = images;
    }

    @Override
    public boolean reaches(Collection<HoldObject> held, HoldObject asked) {
        return asked.kind() == HoldObject.Kind.SUBJECT
                && asked.id() != null
                && held.stream().anyMatch(hold -> hold.kind() == HoldObject.Kind.DATASET)
                && images.datasetsWith(asked.id()).stream()
                        .map(HoldObject::dataset)
                        .anyMatch(held::contains);
    }

    @Override
    public boolean exists(HoldObject object) {
        return object.kind() == HoldObject.Kind.DATASET && object.id() != null && datasets.existsById(object.id());
    }
}
