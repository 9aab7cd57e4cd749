package dev.facewright.platform.models;

import dev.facewright.platform.DatabaseOwner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Rows as the first version of the server wrote them, brought to the tables of this one in a schema of their
/// own. Most of `first-version.tsv` was read out of that server's tables; the rows of round ids were made from
/// those, to have every sentence it knew.
public final class FirstVersionRows {
    static final UUID FIRST = UUID.fromString("884b239c-01e0-4af8-bbc3-772e4feaf7ad");
    static final UUID SECOND = UUID.fromString("7cdc4bad-f03f-4da8-9ec0-c1496edd36f0");
    static final UUID THIRD = UUID.fromString("33333333-3333-3333-3333-333333333333");

    static final UUID SCORED = UUID.fromString("6a00f85a-37eb-407a-a002-d6b63714c456");

    private static final String VERSION = "210";
    private static final Path ROWS = Path.of("src/test/resources/upgrade/first-version.tsv");

    private FirstVersionRows() {}

    /// @return their schema, to be asked by `<schema>.<table>`
    public static String upgraded(DataSource stores) {
        String schema = "upgrade_" + UUID.randomUUID().toString().substring(0, 8);
        var owner = DatabaseOwner.of(stores);
        var flyway = Flyway.configure()
                .dataSource(owner.source())
                .locations("classpath:db/migration")
                .placeholders(Map.of("server", owner.user()))
                .schemas(schema);
        flyway.target(VERSION).load().migrate();
        JdbcClient jdbc = owner.jdbc();
        lines().forEach(row -> insert(jdbc, schema, row));
        flyway.target("latest").load().migrate();
        return schema;
    }

    /// What the first version had in one of its tables.
    public static List<JsonNode> of(String table) {
        return lines().filter(row -> row[0].equals(table))
                .map(row -> JsonMapper.shared().readTree(row[1]))
                .toList();
    }

    private static Stream<String[]> lines() {
        try {
            return Files.readAllLines(ROWS).stream().map(line -> line.split("\t", 2));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void insert(JdbcClient jdbc, String schema, String[] row) {
        String table = schema + "." + row[0];
        jdbc.sql("insert into " + table + " select * from jsonb_populate_record(null::" + table + ", ?::jsonb)")
                .param(row[1])
                .update();
    }
}
