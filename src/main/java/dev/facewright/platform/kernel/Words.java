package dev.facewright.platform.kernel;

import java.util.List;
import org.springframework.context.MessageSourceResolvable;

/// A text of the bundles as an argument of another one: it is read in the language of whoever asks.
///
/// @param key  of the bundles
/// @param arguments  of the text, after its first, which is the English text as its author wrote it
/// @param english  also what logs have
public record Words(String key, List<String> arguments, String english) implements MessageSourceResolvable {
    public Words {
        arguments = List.copyOf(arguments);
    }

    @Override
    public String[] getCodes() {
        return new String[] {key};
    }

    @Override
    public Object[] getArguments() {
        Object[] all = new Object[arguments.size() + 1];
        all[0] = english;
        for (int i = 0; i < arguments.size(); i++) {
            all[i + 1] = arguments.get(i);
        }
        return all;
    }

    @Override
    public String getDefaultMessage() {
        return english;
    }

    @Override
    public String toString() {
        return english;
    }
}
