package dev.facewright.platform.erasure.rescan;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.springframework.stereotype.Component;

/// Reads every column of every table once from beginning to end, as fast as the database copies it out. SQL by hand:
/// no entity, and no list in this server, says which tables there are; the database does.
@Component
class TableScan {
    /// All that could hold a word: numbers, times and truth values cannot.
    private static final String COLUMNS = """
            select n.nspname, c.relname, string_agg(quote_ident(a.attname), ',' order by a.attnum),
                   string_agg(a.attname, ',' order by a.attnum)
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            join pg_type t on t.oid = a.atttypid
            where c.relkind in ('r', 'm') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
                and t.typcategory not in ('B', 'D', 'N', 'T')
            group by n.nspname, c.relname order by n.nspname, c.relname
            """;
    private static final String STATISTICS = """
            copy (select schemaname, tablename, attname, most_common_vals::text, histogram_bounds::text,
                         most_common_elems::text
                  from pg_stats where schemaname not like 'pg\\_%' and schemaname <> 'information_schema') to stdout
            """;
    private static final int STATISTICS_FROM = 3;

    private final DataSource database;

    TableScan(DataSource database) {
        this.database = database;
    }

    /// @param columns  in the order in which they stand in a row
    record Table(String name, String copied, List<String> columns) {}

    /// Whoever is shown the rows.
    interface Reader {
        /// @param column  of which table: `consent.subject_id`
        void field(String column, byte[] row, int from, int to);
    }

    /// How much was looked through.
    record Looked(int tables, long rows) {}

    Looked read(Reader reader) {
        try (Connection connection = database.getConnection()) {
            List<Table> tables = tables(connection);
            long rows = 0;
            for (Table table : tables) {
                rows += copy(connection, table, reader);
            }
            statistics(connection, reader);
            return new Looked(tables.size(), rows);
        } catch (SQLException e) {
            throw new IllegalStateException("Not everything could be looked through", e);
        }
    }

    private static List<Table> tables(Connection connection) throws SQLException {
        List<Table> tables = new ArrayList<>();
        try (Statement asked = connection.createStatement();
                ResultSet row = asked.executeQuery(COLUMNS)) {
            while (row.next()) {
                String schema = asked.enquoteIdentifier(row.getString(1), true);
                String name = asked.enquoteIdentifier(row.getString(2), true);
                String copied = "copy (select " + row.getString(3) + " from " + schema + "." + name + ") to stdout";
                tables.add(new Table(
                        row.getString(2), copied, List.of(row.getString(4).split(","))));
            }
        }
        return tables;
    }

    private static long copy(Connection connection, Table table, Reader reader) throws SQLException {
        List<String> names = table.columns().stream()
                .map(column -> table.name() + "." + column)
                .toList();
        return rows(
                connection,
                table.copied(),
                row -> fields(row, (index, from, to) -> reader.field(names.get(index), row, from, to)));
    }

    /// What the planner remembers of a column counts as the column's.
    private static void statistics(Connection connection, Reader reader) throws SQLException {
        rows(connection, STATISTICS, row -> {
            List<String> words = new ArrayList<>();
            fields(row, (index, from, to) -> {
                if (index < STATISTICS_FROM) {
                    words.add(new String(row, from, to - from, StandardCharsets.UTF_8));
                } else {
                    reader.field(words.get(1) + "." + words.get(2) + " (pg_stats)", row, from, to);
                }
            });
        });
    }

    /// Whatever happens on the way, the connection is not left in the middle of it.
    private static long rows(Connection connection, String sql, Consumer<byte[]> reader) throws SQLException {
        CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql);
        try {
            long rows = 0;
            for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                reader.accept(row);
                rows++;
            }
            return rows;
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private interface Field {
        void at(int index, int from, int to);
    }

    private static void fields(byte[] row, Field field) {
        int index = 0;
        int start = 0;
        for (int at = 0; at < row.length; at++) {
            if (row[at] == '\t' || row[at] == '\n') {
                field.at(index++, start, at);
                start = at + 1;
            }
        }
    }
}
