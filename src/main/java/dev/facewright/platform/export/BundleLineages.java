package dev.facewright.platform.export;

import dev.facewright.ml.bundle.BundleLineage;
import dev.facewright.platform.models.ModelVersion;
import dev.facewright.platform.models.Origin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/// What a bundle says of where its model comes from. Times are those of the model, so that a bundle made twice says
/// the same.
@Component
class BundleLineages {
    private final String codeVersion;

    BundleLineages(ObjectProvider<BuildProperties> build) {
        BuildProperties properties = build.getIfAvailable();
        String version = properties == null ? null : properties.getVersion();
        this.codeVersion = version == null ? "development" : version;
    }

    BundleLineage of(ModelVersion version) {
        return switch (version.origin()) {
            case Origin.Trained trained ->
                new BundleLineage(
                        version.id().toString(),
                        trained.dataset().toString(),
                        trained.runId().toString(),
                        trained.recipeJson(),
                        trained.codeVersion(),
                        version.registeredAt(),
                        version.name());
            case Origin.Imported imported ->
                new BundleLineage(
                        version.id().toString(), null, null, null, codeVersion, version.registeredAt(), version.name());
        };
    }
}
