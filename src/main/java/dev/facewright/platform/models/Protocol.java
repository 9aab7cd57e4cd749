package dev.facewright.platform.models;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/// How figures were come by: on what, by which procedure and with which options. Kept as JSON, part of what
/// tells figures apart; `models.web.ProtocolWords` puts it in words.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Protocol.FoldedVerification.class, name = "folded-verification"),
    @JsonSubTypes.Type(value = Protocol.LastEpoch.class, name = "last-epoch"),
    @JsonSubTypes.Type(value = Protocol.StepTimes.class, name = "step-times"),
    @JsonSubTypes.Type(value = Protocol.ValidationPairs.class, name = "validation-pairs"),
    @JsonSubTypes.Type(value = Protocol.Stated.class, name = "stated")
})
@JsonInclude(JsonInclude.Include.NON_NULL) // an option that comes later leaves those without it as they are
public sealed interface Protocol {
    /// @return null if only the words know
    @Nullable
    Sample on();

    /// LFW View 2: folds as the benchmark gives them, each at the threshold chosen on the others, by cosine.
    /// Huang et al., *Labeled Faces in the Wild*, UMass TR 07-49, 2007.
    ///
    /// @param detection  what aligned the images; null if they came as aligned crops
    record FoldedVerification(
            Sample.Benchmark on,
            int folds,
            Embedding embedding,
            @Nullable Detection detection) implements Protocol {
        public enum Embedding {
            SINGLE,
            /// The sum of those of a crop and its mirror image.
            FLIP_SUM
        }

        /// @param detector  by name and hash
        /// @param withoutFace  of `images`, how many were cut at the centre, since it found no face in them
        public record Detection(String detector, int withoutFace, int images) {}
    }

    /// Over the training images as the last epoch saw them.
    ///
    /// @param skipped  steps of float16 that overflowed; null at other precisions
    /// @param averaged  the model carries a moving average of the weights that were measured
    record LastEpoch(
            Sample.Images on, Learning learning, @Nullable Skipped skipped, boolean averaged) implements Protocol {
        public enum Learning {
            SUPERVISED,
            SIMCLR,
            MOCO
        }

        public record Skipped(long steps, long of) {}
    }

    /// Of the time that training steps took since the run's last start.
    record StepTimes(Sample.Images on) implements Protocol {}

    /// Pairs drawn from the validation split: other images of the same people, so no figure of how well the
    /// model does on strangers.
    record ValidationPairs(Sample.Images on, int genuine, int impostors, int folds) implements Protocol {}

    /// A sentence of earlier versions that none of the above says.
    record Stated(String sentence) implements Protocol {
        @Override
        public @Nullable Sample on() {
            return null;
        }
    }
}
