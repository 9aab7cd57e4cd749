package dev.facewright.ml.bundle;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.Shapes;
import dev.facewright.ml.onnx.OnnxWriter;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The README of a bundle: `deployment-readme.md` with the model's own figures in it.
final class DeploymentReadme {
    private static final String TEMPLATE = "deployment-readme.md";
    private static final Pattern FIELD = Pattern.compile("\\{\\{([A-Za-z]+)}}");
    private static final Pattern LINE_BREAK = Pattern.compile("[\\p{Cntrl}\u2028\u2029]+");
    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_\\[\\]#~|!]");
    private static final Pattern LINK = Pattern.compile("(?i)(?<=www)\\.|:(?=//)");

    private DeploymentReadme() {}

    static String of(FaceModel model, BundleLineage lineage, GoldenCheck golden, double difference) throws IOException {
        Network network = model.network();
        Map<String, Object> fields = Map.ofEntries(
                Map.entry("name", words(lineage.name())),
                Map.entry("side", network.side()),
                Map.entry("channels", network.channels()),
                Map.entry("dimensions", Shapes.embeddingDimensions(model)),
                Map.entry("opset", OnnxWriter.OPSET),
                Map.entry("input", OnnxWriter.INPUT),
                Map.entry("output", OnnxWriter.OUTPUT),
                Map.entry("order", model.preprocessing().order()),
                Map.entry("count", golden.count()),
                Map.entry("difference", String.format(Locale.ROOT, "%.2e", difference)),
                Map.entry("tolerance", DeploymentBundle.TOLERANCE),
                Map.entry("modelVersionId", lineage.modelVersionId()),
                Map.entry("createdAt", lineage.createdAt()),
                Map.entry("codeVersion", lineage.codeVersion()));
        return FIELD.matcher(BundleText.read(TEMPLATE))
                .replaceAll(field -> Matcher.quoteReplacement(filled(field.group(1), fields)));
    }

    /// Text that somebody typed, as the text it is: nothing in it is Markdown, HTML or a link.
    private static String words(String typed) {
        String line = LINE_BREAK.matcher(typed).replaceAll(" ").strip();
        String escaped = MARKUP.matcher(line).replaceAll("\\\\$0");
        String noHtml = escaped.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return LINK.matcher(noHtml)
                .replaceAll(found -> "&#" + (int) found.group().charAt(0) + ";");
    }

    private static String filled(String field, Map<String, Object> fields) {
        Object value = fields.get(field);
        if (value == null) {
            throw new IllegalStateException(TEMPLATE + " asks for {{" + field + "}}, which is not known");
        }
        return value.toString();
    }
}
