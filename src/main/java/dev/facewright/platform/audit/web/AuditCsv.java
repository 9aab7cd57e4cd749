package dev.facewright.platform.audit.web;

import dev.facewright.platform.audit.AuditLog.AuditEntry;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// The log as comma-separated values, one entry a line (RFC 4180).
final class AuditCsv implements Closeable {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader("number", "at", "actor_kind", "actor_id", "action", "ids")
            .get();

    private final CSVPrinter printer;

    AuditCsv(Writer out) throws IOException {
        this.printer = new CSVPrinter(out, FORMAT);
    }

    void write(AuditEntry entry) {
        var ids = entry.ids().entrySet().stream()
                .map(id -> id.getKey() + "=" + id.getValue())
                .collect(Collectors.joining("; "));
        try {
            printer.printRecord(
                    entry.number(),
                    entry.at(),
                    entry.actor().kind(),
                    entry.actor().id(),
                    entry.action(),
                    ids);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        printer.close();
    }
}
