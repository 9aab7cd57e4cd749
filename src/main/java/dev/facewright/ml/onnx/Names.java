package dev.facewright.ml.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Short, readable, unique names in place of what exporters make up (`onnx::Conv_529`,
/// `/conv1/conv1.0/Conv_output_0`).
final class Names {
    private static final Pattern READABLE_WEIGHT = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]{0,119}");
    private static final Pattern READABLE_VALUE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,119}");
    private static final int PRINTED_LENGTH = 80;

    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> lastNumber = new HashMap<>();

    /// The weight's own name where it is readable, otherwise the module that uses it and what it is there.
    String weight(String name, Node user, String role) {
        return unique(READABLE_WEIGHT.matcher(name).matches() ? name : module(user, ".") + "." + role);
    }

    String value(String name, Node maker) {
        if (READABLE_VALUE.matcher(name).matches()) {
            return unique(name);
        }
        return unique(module(maker, "_") + "_" + maker.type().toLowerCase(Locale.ROOT));
    }

    /// A name no one else has: the one wanted, or that with a number.
    String unique(String wanted) {
        String name = wanted;
        while (!taken.add(name)) {
            name = wanted + "_" + lastNumber.merge(wanted, 2, (last, first) -> last + 1);
        }
        return name;
    }

    /// `/features/features.0/conv/conv.0/Conv` is the module `features.0.conv.0`: PyTorch repeats a parent in
    /// its child.
    private static String module(Node node, String separator) {
        List<String> path = new ArrayList<>();
        String[] parts = node.name().split("/");
        for (int i = 0; i < Math.max(1, parts.length - 1); i++) {
            if (!path.isEmpty() && parts[i].startsWith(path.getLast() + ".")) {
                path.removeLast();
            }
            if (!parts[i].isBlank()) {
                path.add(parts[i]);
            }
        }
        String joined = String.join(".", path).replaceAll("[^A-Za-z0-9_]+", separator);
        String name = joined.substring(0, Math.min(joined.length(), PRINTED_LENGTH));
        if (name.isEmpty()) {
            return "layer";
        }
        return Character.isLetter(name.charAt(0)) ? name : "layer" + separator + name;
    }

    /// A name from a file as it may stand in a message: short, in one line.
    static String printable(String name) {
        String plain = name.replaceAll("[^\\x20-\\x7e]", "?");
        return plain.length() <= PRINTED_LENGTH ? plain : plain.substring(0, PRINTED_LENGTH) + "...";
    }
}
