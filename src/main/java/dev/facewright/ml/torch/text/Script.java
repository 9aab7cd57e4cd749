package dev.facewright.ml.torch.text;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The body of a TorchScript method under construction: one assignment a line, each to a new variable.
public final class Script {
    private static final String INDENT = "  ";

    private final StringBuilder body = new StringBuilder();
    private int variables;
    private int depth = 1;

    /// Assigns the expression and returns the variable's name.
    public String let(String expression) {
        String variable = variable();
        line(variable + " = " + expression);
        return variable;
    }

    /// A name that no line has used yet.
    public String variable() {
        return "v" + variables++;
    }

    public void line(String statement) {
        body.append(INDENT.repeat(depth + 1)).append(statement).append('\n');
    }

    /// Lines under a head such as `if x:` or `for i in range(n):`.
    public void block(String head, Runnable lines) {
        line(head);
        depth++;
        lines.run();
        depth--;
    }

    /// The whole method.
    ///
    /// @param arguments  each with its type, such as `x: Tensor`
    public String forward(List<String> arguments, String result) {
        return forward(arguments, "Tensor", result);
    }

    /// The same, of a method that gives a list of tensors.
    public String forwardList(List<String> arguments, String result) {
        return forward(arguments, "List[Tensor]", result);
    }

    private String forward(List<String> arguments, String type, String result) {
        String head = arguments.stream()
                .collect(Collectors.joining(", ", "  def forward(self: __torch__.Net, ", ") -> " + type + ":\n"));
        return head + body + INDENT.repeat(2) + "return " + result + "\n";
    }

    /// A fresh leaf on the same memory: gradients end at it.
    ///
    /// @return its variable
    public String leaf(String tensor) {
        return let("torch.requires_grad_(torch.detach(" + tensor + "), True)");
    }

    /// The expression of an optional tensor of a list, which is there.
    public static String present(String list, int place) {
        return "torch._unwrap_optional(" + list + "[" + place + "])";
    }

    /// A finite float literal.
    public static String number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("A network cannot hold the constant " + value);
        }
        return String.format(Locale.ROOT, "%.17e", value);
    }
}
