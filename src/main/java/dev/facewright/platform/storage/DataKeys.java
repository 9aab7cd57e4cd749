package dev.facewright.platform.storage;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of `data_key`: wrapped keys, and the traces of destroyed ones.
@Repository
class DataKeys {
    private final JdbcClient jdbc;
    private final Clock clock;

    DataKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(DataKeyId id, String purpose, byte[] wrapped) {
        jdbc.sql("insert into data_key (id, purpose, wrapped_key, created_at) values (:id, :purpose, :wrapped, :now)")
                .param("id", id.value())
                .param("purpose", purpose)
                .param("wrapped", wrapped)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /// @throws KeyDestroyed if only its trace is left
    byte[] wrapped(DataKeyId id) {
        return jdbc.sql("select wrapped_key from data_key where id = :id and wrapped_key is not null")
                .param("id", id.value())
                .query(byte[].class)
                .optional()
                .orElseThrow(() -> new KeyDestroyed(id));
    }

    void destroy(DataKeyId id) {
        jdbc.sql(
                        "update data_key set wrapped_key = null, destroyed_at = :now where id = :id and wrapped_key is not null")
                .param("id", id.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /// The value by which the key-encryption key of an earlier start is recognised, if there was one.
    Optional<byte[]> checkValue() {
        return jdbc.sql("select check_value from key_encryption_check")
                .query(byte[].class)
                .optional();
    }

    /// Does nothing where another server was faster.
    void addCheckValue(byte[] value) {
        jdbc.sql("insert into key_encryption_check (check_value, created_at) values (:value, :now)"
                        + " on conflict (only_row) do nothing")
                .param("value", value)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
