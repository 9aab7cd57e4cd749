package dev.facewright.platform.kernel;

import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The processes of the server. SQL: times are the database's own, and each process is known by its connection.
interface ServerNodes extends Repository<ServerNode, UUID> {
    @Modifying
    @Transactional
    @NativeQuery("insert into server_node (id, beat_at)"
            + " values (cast(current_setting('facewright.node') as uuid), clock_timestamp())"
            + " on conflict (id) do update set beat_at = excluded.beat_at")
    void beat();

    /// Makes due again what processes owe that have been silent for so long.
    ///
    /// @return how many events
    @Modifying
    @Transactional
    @NativeQuery("update event_publication p set status = 'FAILED' where p.completion_date is null"
            + " and p.status in ('PUBLISHED', 'PROCESSING', 'RESUBMITTED') and p.node is not null"
            + " and not exists (select from server_node n where n.id = p.node"
            + " and n.beat_at > clock_timestamp() - make_interval(secs => :silence))")
    int takeOver(double silence);

    @Modifying
    @Transactional
    @NativeQuery("delete from server_node where beat_at < clock_timestamp() - interval '1 day'")
    int forgetOld();
}
