package dev.facewright.platform.export;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/// Which bundles are to be destroyed by those who have them.
interface BundleRecallRepository extends JpaRepository<BundleRecall, UUID> {}
