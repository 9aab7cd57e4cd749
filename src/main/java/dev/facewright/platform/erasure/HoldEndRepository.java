package dev.facewright.platform.erasure;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/// Which holds were lifted; only ever added to.
interface HoldEndRepository extends JpaRepository<LegalHoldEnd, UUID> {}
