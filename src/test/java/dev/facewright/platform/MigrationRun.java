package dev.facewright.platform;

import com.zaxxer.hikari.HikariDataSource;

/// `Migration`, as an operator runs it.
public final class MigrationRun {
    private MigrationRun() {}

    public static void on(String url, HikariDataSource server, DatabaseOwner owner) {
        Migration.main(new String[] {
            "--spring.datasource.url=" + url,
            "--spring.datasource.username=" + server.getUsername(),
            "--spring.datasource.password=" + server.getPassword(),
            "--spring.flyway.user=" + owner.user(),
            "--spring.flyway.password=" + owner.password()
        });
    }
}
