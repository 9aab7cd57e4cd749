package dev.facewright.ml.torch.update;

import dev.facewright.ml.torch.settings.OptimiserSettings.Rule;
import dev.facewright.ml.torch.text.Script;

/// Writes the step of an optimiser's rule into a script, as a handful of calls on lists of tensors.
interface RuleScript extends UpdatePart {
    static RuleScript of(Rule rule) {
        return switch (rule) {
            case Rule.Sgd sgd -> new SgdScript(sgd);
            case Rule.AdamW adamW -> new AdamWScript(adamW);
        };
    }

    /// @param gradients  a list variable that may be overwritten
    /// @return the list variable of what is to be taken from the parameters, times the learning rate; may be
    ///     overwritten
    String write(Script script, String gradients, Decay decay);

    /// Adds the decaying parameters, times the weight decay.
    interface Decay {
        /// @param list  a list variable in the order of the parameters
        /// @return the variable of the sum; the list itself where nothing decays
        String addTo(String list);
    }
}
