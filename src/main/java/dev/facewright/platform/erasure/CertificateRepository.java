package dev.facewright.platform.erasure;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/// Certificates; only ever added to.
interface CertificateRepository extends JpaRepository<StoredCertificate, UUID> {}
