package dev.facewright.platform.export;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/// Who took which bundle.
interface BundleDownloadRepository extends JpaRepository<BundleDownload, UUID> {
    @Query("select d from BundleDownload d, ExportBundle b where b.id = d.exportId and b.modelVersionId in :models"
            + " order by d.takenAt, d.id")
    List<BundleDownload> ofModels(Collection<UUID> models);

    @Query("select d from BundleDownload d, BundleRecall r where r.downloadId = d.id and d.accountId = :account"
            + " order by d.takenAt desc, d.id")
    List<BundleDownload> recalledFrom(UUID account);
}
