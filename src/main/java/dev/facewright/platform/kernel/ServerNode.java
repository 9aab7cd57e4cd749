package dev.facewright.platform.kernel;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/// A process of the server, by the id that its connections carry, and when it was last heard of.
@Entity
@Immutable
class ServerNode {
    @Id
    private UUID id;

    private Instant beatAt;

    protected ServerNode() {}
}
