package dev.facewright.platform.models;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.facewright.platform.datasets.DatasetVersionId;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a model version comes from: enough to make it again, or to know who made it.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Origin.Trained.class, name = "trained"),
    @JsonSubTypes.Type(value = Origin.Imported.class, name = "imported")
})
public sealed interface Origin {
    /// @return the version it goes on from, whose data it carries in it too
    @Nullable
    ModelVersionId startedFrom();

    /// Learnt from images without identities, for others to start from.
    default boolean pretrained() {
        return this instanceof Trained trained && trained.selfSupervised();
    }

    default boolean trained() {
        return this instanceof Trained;
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
            @JsonProperty("recipe") @JsonRawValue String recipeJson,
            long seed,
            boolean selfSupervised,
            String codeVersion,
            Map<String, String> libraryVersions)
            implements Origin {
        public Trained {
            libraryVersions = Collections.unmodifiableMap(new TreeMap<>(libraryVersions)); // the same order each time
        }
    }

    /// @param source  where the file was had from
    /// @param sha256  of the file as it came
    /// @param licence  under which it may be used
    /// @param preprocessing  what the network expects of its input, in words
    /// @param publishedAccuracy  what its authors claim, with their protocol; empty if nothing
    record Imported(String source, String sha256, String licence, String preprocessing, String publishedAccuracy)
            implements Origin {
        @Override
        public @Nullable ModelVersionId startedFrom() {
            return null;
        }
    }
}
