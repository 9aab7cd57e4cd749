package dev.facewright.ml.train;

import java.util.List;

/// A field of a recipe that is out of its range, and what would be right.
///
/// @param field  the component's name, with a dot for nested ones: `schedule.learningRate`
/// @param rule  which kind of rule it breaks, for whoever says it in another language
/// @param arguments  of the rule
/// @param message  in English, a sentence that ends with what to do
public record RecipeProblem(String field, Rule rule, List<String> arguments, String message) {
    public enum Rule {
        /// Outside its range: least, most and given.
        RANGE,
        /// None of the names there are: those, and the given one.
        CHOICE,
        /// The least of something is above its most: both.
        ORDER,
        /// Two factors, their product and the batch size, which it had to be.
        PRODUCT,
        /// Makes too large a network: its parameters and the most there may be, in millions.
        PARAMETERS,
        /// Learns without identities but samples by them: the sampler.
        SAMPLES_BY_IDENTITY,
        /// Below the batch size: that, and the given one.
        BELOW_BATCH_SIZE,
        /// Too many images a step: those, and the most there may be.
        IMAGES_A_STEP,
        /// Views cannot be contrasted over several batches.
        ONE_BATCH_A_STEP,
        /// Not a field: those there are.
        UNKNOWN_FIELD,
        /// No object, where one is needed.
        OBJECT,
        /// Nothing, where leaving it out would have given the default.
        EMPTY,
        /// Of the wrong type: a right one.
        TYPE,
        /// No JSON.
        JSON,
        /// No number.
        NUMBER,
        /// No whole number, or too large a one.
        WHOLE_NUMBER,
        /// Needs a GPU where there is none.
        NO_GPU,
        /// Needs more GPUs than there are: both.
        TOO_FEW_GPUS,
        /// Cannot be shared by several devices.
        ONE_DEVICE,
        /// Anything else; only the message says what.
        OTHER
    }

    public RecipeProblem {
        arguments = List.copyOf(arguments);
    }

    public RecipeProblem(String field, String message) {
        this(field, Rule.OTHER, List.of(), message);
    }

    RecipeProblem in(String group) {
        return new RecipeProblem(group + "." + field, rule, arguments, message);
    }
}
