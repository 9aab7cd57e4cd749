package dev.facewright.platform.models;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.facewright.platform.datasets.DatasetVersionId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a model version comes from: enough to make it again, or to know who made it. Its row keeps it as JSON.
///
/// Lineage and quarantine follow `data` and `parents` and nothing else: a new kind of origin says both, and has
/// its words (`models.origin.<kind>`) and its fragment (`models/origin-<kind>.html`).
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Origin.Trained.class, name = Origin.Trained.KIND),
    @JsonSubTypes.Type(value = Origin.Imported.class, name = Origin.Imported.KIND)
})
public sealed interface Origin {
    /// A slug.
    String kind();

    /// The versions it goes on from, whose data it carries in it too.
    List<ModelVersionId> parents();

    /// The dataset versions it brings in itself, each with what it was used for.
    List<CarriedVersion> data();

    /// Learnt from images without identities, for others to start from.
    default boolean pretrained() {
        return false;
    }

    /// @param runId  the training run, one model each
    /// @param dataset  the sealed version it was trained on
    /// @param recipeJson  the whole recipe
    /// @param selfSupervised  learnt from images alone: a start for other runs
    /// @param codeVersion  of Facewright
    /// @param libraryVersions  by name, of what computes
    record Trained(
            UUID runId,
            DatasetVersionId dataset,
            @Nullable ModelVersionId startedFrom,
            @JsonProperty("recipe") String recipeJson,
            long seed,
            boolean selfSupervised,
            String codeVersion,
            Map<String, String> libraryVersions)
            implements Origin {
        static final String KIND = "trained";

        public Trained {
            libraryVersions = Collections.unmodifiableMap(new TreeMap<>(libraryVersions)); // the same order each time
        }

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public List<ModelVersionId> parents() {
            return startedFrom == null ? List.of() : List.of(startedFrom);
        }

        @Override
        public List<CarriedVersion> data() {
            return List.of(CarriedVersion.trainedOn(dataset));
        }

        @Override
        public boolean pretrained() {
            return selfSupervised;
        }
    }

    /// @param source  where the file was had from
    /// @param sha256  of the file as it came
    /// @param licence  under which it may be used
    /// @param preprocessing  what the network expects of its input, in words
    /// @param publishedAccuracy  what its authors claim, with their protocol; empty if nothing
    record Imported(String source, String sha256, String licence, String preprocessing, String publishedAccuracy)
            implements Origin {
        static final String KIND = "imported";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public List<ModelVersionId> parents() {
            return List.of();
        }

        @Override
        public List<CarriedVersion> data() {
            return List.of();
        }
    }
}
