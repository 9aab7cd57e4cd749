package dev.facewright.ml.torch;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The body of a TorchScript method under construction: one assignment a line, each to a new variable.
final class Script {
    private static final String INDENT = "  ";

    private final StringBuilder body = new StringBuilder();
    private int variables;
    private int depth = 1;

    /// Assigns the expression and returns the variable's name.
    String let(String expression) {
        String variable = variable();
        line(variable + " = " + expression);
        return variable;
    }

    /// A name that no line has used yet.
    String variable() {
        return "v" + variables++;
    }

    void line(String statement) {
        body.append(INDENT.repeat(depth + 1)).append(statement).append('\n');
    }

    /// Lines under a head such as `if x:` or `for i in range(n):`.
    void block(String head, Runnable lines) {
        line(head);
        depth++;
        lines.run();
        depth--;
    }

    /// The whole method.
    ///
    /// @param arguments  each with its type, such as `x: Tensor`
    String forward(List<String> arguments, String result) {
        return forward(arguments, "Tensor", result);
    }

    /// The same, of a method that gives a list of tensors.
    String forwardList(List<String> arguments, String result) {
        return forward(arguments, "List[Tensor]", result);
    }

    private String forward(List<String> arguments, String type, String result) {
        String head = arguments.stream()
                .collect(Collectors.joining(", ", "  def forward(self: __torch__.Net, ", ") -> " + type + ":\n"));
        return head + body + INDENT.repeat(2) + "return " + result + "\n";
    }

    /// A finite float literal.
    static String number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("A network cannot hold the constant " + value);
        }
        return String.format(Locale.ROOT, "%.17e", value);
    }
}
