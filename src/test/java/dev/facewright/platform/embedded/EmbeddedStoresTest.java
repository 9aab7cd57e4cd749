package dev.facewright.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.facewright.platform.embedded.DataFolder.DataFolderInUse;
import io.minio.BucketExistsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.errors.ErrorResponseException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

class EmbeddedStoresTest {
    private static final Path BINARIES = Path.of(System.getProperty("java.io.tmpdir"), "facewright-postgres-binaries");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path temporary;

    @Test
    void whatWasWrittenIsThereAfterARestartAndAfterAKill() throws Exception {
        try (var folder = folder()) {
            try (var database = EmbeddedDatabase.start(folder, BINARIES, true);
                    var connection = connect(database)) {
                connection.createStatement().execute("create table note (text text)");
                connection.createStatement().execute("insert into note values ('first')");
                assertThat(setting(connection, "fsync")).isEqualTo("on");
                assertThat(setting(connection, "synchronous_commit")).isEqualTo("on");
                assertThat(setting(connection, "listen_addresses")).isEqualTo("127.0.0.1");
            }
            // as after a kill -9 of the server: its Postgres goes on, and nobody knows it any more
            var forgotten = EmbeddedDatabase.start(folder, BINARIES, true);
            try (var connection = connect(forgotten)) {
                connection.createStatement().execute("insert into note values ('second')");
            }
            var orphan = postmaster(folder);
            forgetLock(folder); // it dies with a killed process, and this one lives
            try (var database = EmbeddedDatabase.start(folder, BINARIES, true);
                    var connection = connect(database)) {
                assertThat(orphan.isAlive()).isFalse();
                assertThat(postmaster(folder).pid()).isNotEqualTo(orphan.pid());
                assertThat(notes(connection)).containsExactly("first", "second");
            }
        }
    }

    @Test
    void theDatabaseAsksForThePassword() throws Exception {
        try (var folder = folder();
                var database = EmbeddedDatabase.start(folder, BINARIES, false)) {
            var url = String.valueOf(database.properties().get("spring.datasource.url"));
            assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "guessed")
                            .close())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void aFolderOfBeforeIsHandedOverToTheOwnerAndTheServerGetsNothingOfIt() throws Exception {
        try (var folder = folder()) {
            try (var database = EmbeddedDatabase.start(folder, BINARIES, false);
                    var superuser =
                            connect(database, "postgres", folder.secrets().databasePassword());
                    var statement = superuser.createStatement()) {
                statement.execute("alter database postgres owner to postgres");
                statement.execute("drop role facewright_owner, facewright_server");
                statement.execute("create table note (number int generated always as identity, text text)");
                statement.execute("create function seven() returns int language sql as 'select 7'");
                statement.execute("insert into note (text) values ('old')");
            }
            var secrets = folder.root().resolve("secrets.properties");
            Files.write(
                    secrets,
                    Files.readAllLines(secrets).stream()
                            .filter(line -> !line.startsWith("database.owner") && !line.startsWith("database.server"))
                            .toList());
            try (var database = EmbeddedDatabase.start(folder, BINARIES, false);
                    var owner = connect(database);
                    var server = connect(
                            database, "facewright_server", folder.secrets().serverPassword())) {
                assertThat(notes(owner)).containsExactly("old");
                owner.createStatement().execute("alter table note add column more text");
                owner.createStatement().execute("insert into note (text) values ('new')");
                owner.createStatement().execute("drop function seven()");
                owner.createStatement().execute("create table more (text text)");
                assertThatThrownBy(() -> notes(server)).hasMessageContaining("permission denied");
                assertThatThrownBy(() -> server.createStatement().execute("create table mine (text text)"))
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void aPidFileThatNamesAnotherProgramEndsNothing() throws Exception {
        var cluster = Files.createDirectory(temporary.resolve("postgres"));
        var innocent = ProcessHandle.current();
        Files.write(cluster.resolve("postmaster.pid"), List.of(String.valueOf(innocent.pid()), cluster.toString()));
        LeftoverPostmaster.of(cluster).stop();
        assertThat(innocent.isAlive()).isTrue();
        assertThat(cluster.resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void theObjectStoreKeepsItsDataAndAsksForTheSecret() throws Exception {
        try (var folder = folder()) {
            try (var objects = EmbeddedObjects.start(folder)) {
                client(objects.properties())
                        .makeBucket(MakeBucketArgs.builder().bucket("kept").build());
                var wrong = Map.<String, Object>of(
                        "facewright.storage.endpoint", objects.properties().get("facewright.storage.endpoint"),
                        "facewright.storage.access-key", "facewright",
                        "facewright.storage.secret-key", "guessed");
                assertThatThrownBy(() -> exists(client(wrong), "kept")).isInstanceOf(ErrorResponseException.class);
            }
            try (var objects = EmbeddedObjects.start(folder)) {
                assertThat(exists(client(objects.properties()), "kept")).isTrue();
            }
        }
    }

    @Test
    void whatAnInterruptedUploadLeftIsRemovedAtTheNextStart() throws Exception {
        try (var folder = folder()) {
            var bucket = Files.createDirectories(folder.objects().resolve("faces"));
            Files.writeString(bucket.resolve(".mpus-0815-1"), "part");
            Files.writeString(bucket.resolve("object"), "whole");
            EmbeddedObjects.start(folder).close();
            assertThat(bucket.resolve(".mpus-0815-1")).doesNotExist();
            assertThat(bucket.resolve("object")).hasContent("whole");
        }
    }

    @Test
    void twoServersDoNotShareAFolder() throws Exception {
        try (var first = folder()) {
            assertThatThrownBy(this::folder)
                    .isInstanceOf(DataFolderInUse.class)
                    .hasMessageContaining(first.root().toString());
        }
        folder().close();
    }

    @Test
    void secretsAreMadeOnceAndReadableByTheirOwnerOnly() throws Exception {
        try (var folder = folder()) {
            var secrets = folder.secrets();
            assertThat(folder.secrets()).isEqualTo(secrets);
            assertThat(folder.secretsFile()).content().doesNotContain("key-encryption-key");
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                var permissions = Files.getPosixFilePermissions(folder.root().resolve("secrets.properties"));
                assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.root())))
                        .isEqualTo("rwx------");
            }
        }
    }

    /// Also what an older version made, or an administrator copied.
    @Test
    void nobodyElseReadsOrWritesInTheDataFolder() throws Exception {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        var root = Files.createDirectory(temporary.resolve("data"));
        Files.createDirectory(root.resolve("objects"));
        Files.writeString(root.resolve("notes.txt"), "of an administrator");
        for (var path : List.of(root, root.resolve("objects"), root.resolve("notes.txt"))) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
        }
        try (var folder = folder();
                var database = EmbeddedDatabase.start(folder, folder.postgresBinaries(), false);
                var objects = EmbeddedObjects.start(folder)) {
            assertThat(exists(client(objects.properties()), "none")).isFalse();
            try (var all = Files.walk(root, 1)) {
                assertThat(all.toList())
                        .contains(folder.postgresBinaries(), folder.objects(), folder.postgres())
                        .allSatisfy(path ->
                                assertThat(rights(path)).as(path.toString()).endsWith("------"));
            }
            assertThat(rights(root.resolve("notes.txt"))).isEqualTo("rwx------");
            assertThat(setting(connect(database), "fsync")).isEqualTo("off");
        }
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void configuredStoresAreLeftAlone() {
        var context = new GenericApplicationContext();
        context.setEnvironment(new MockEnvironment()
                .withProperty("spring.datasource.url", "jdbc:postgresql://db/facewright")
                .withProperty("facewright.storage.endpoint", "https://s3.example.org")
                .withProperty("facewright.data", temporary.resolve("untouched").toString()));
        new EmbeddedStores().initialize(context);
        assertThat(temporary.resolve("untouched")).doesNotExist();
        assertThat(context.getEnvironment().getProperty("spring.datasource.url"))
                .isEqualTo("jdbc:postgresql://db/facewright");
    }

    private DataFolder folder() {
        return DataFolder.open(temporary.resolve("data"));
    }

    private static void forgetLock(DataFolder folder) throws Exception {
        try (var files = Files.walk(folder.root(), 2)) {
            for (var lock : files.filter(path -> path.endsWith("epg-lock")).toList()) {
                Files.delete(lock);
            }
        }
    }

    private static ProcessHandle postmaster(DataFolder folder) throws Exception {
        var pid = Files.readAllLines(folder.postgres().resolve("postmaster.pid"))
                .getFirst()
                .strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        var properties = database.properties();
        return connect(
                database,
                String.valueOf(properties.get("spring.flyway.user")),
                String.valueOf(properties.get("spring.flyway.password")));
    }

    private static Connection connect(EmbeddedDatabase database, String role, String password) throws SQLException {
        return DriverManager.getConnection(
                String.valueOf(database.properties().get("spring.datasource.url")), role, password);
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (var rows = connection.createStatement().executeQuery("show " + name)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static List<String> notes(Connection connection) throws SQLException {
        List<String> notes = new java.util.ArrayList<>();
        try (var rows = connection.createStatement().executeQuery("select text from note order by text")) {
            while (rows.next()) {
                notes.add(rows.getString(1));
            }
        }
        return notes;
    }

    private static MinioClient client(Map<String, Object> properties) {
        return MinioClient.builder()
                .endpoint(String.valueOf(properties.get("facewright.storage.endpoint")))
                .credentials(
                        String.valueOf(properties.get("facewright.storage.access-key")),
                        String.valueOf(properties.get("facewright.storage.secret-key")))
                .region("us-east-1")
                .build();
    }

    private static boolean exists(MinioClient client, String bucket) throws Exception {
        return client.bucketExists(BucketExistsArgs.builder().bucket(bucket).build());
    }
}
