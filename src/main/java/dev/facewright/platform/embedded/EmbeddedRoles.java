package dev.facewright.platform.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/// The roles of the embedded database: one owns the tables and changes them, one is the server's and owns nothing.
/// What a folder of before belongs to the superuser, and is handed over.
record EmbeddedRoles(Secrets secrets) {
    static final String OWNER = "facewright_owner";
    static final String SERVER = "facewright_server";

    private static final String HAND_OVER = """
            do $$
            declare
                each record;
            begin
                for each in
                    select c.oid::regclass as relation from pg_class c
                    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
                        and c.relowner <> '%1$s'::regrole
                loop
                    execute format('alter table %%s owner to %1$s', each.relation);
                end loop;
                for each in
                    select p.oid::regprocedure as procedure from pg_proc p
                    where p.pronamespace = 'public'::regnamespace and p.proowner <> '%1$s'::regrole
                loop
                    execute format('alter function %%s owner to %1$s', each.procedure);
                end loop;
            end
            $$""".formatted(OWNER);

    /// @param superuser  a connection that may do anything
    void make(Connection superuser) throws SQLException {
        try (var statement = superuser.createStatement()) {
            for (var role : Map.of(OWNER, secrets.ownerPassword(), SERVER, secrets.serverPassword())
                    .entrySet()) {
                statement.execute("""
                        do $$ begin
                            if not exists (select from pg_roles where rolname = '%1$s') then
                                create role %1$s login;
                            end if;
                        end $$""".formatted(role.getKey()));
                // passwords are base64url: they hold nothing to quote
                statement.execute("alter role " + role.getKey() + " password '" + role.getValue() + "'");
            }
            statement.execute("alter database postgres owner to " + OWNER);
            statement.execute(HAND_OVER);
        }
    }
}
