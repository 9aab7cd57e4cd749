package dev.facewright.platform.datasets;

import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.registry.DatasetTable;
import dev.facewright.platform.datasets.version.VersionSubject;
import dev.facewright.platform.datasets.version.VersionSubjectTable;
import dev.facewright.platform.datasets.version.VersionTable;
import dev.facewright.platform.datasets.version.Versions;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Sealed versions, to be looked at.
@Service
@Transactional(readOnly = true)
public class VersionCatalog {
    private final DatasetTable datasets;
    private final VersionTable table;
    private final VersionSubjectTable subjects;
    private final Versions versions;
    private final ConsentLedger consents;

    VersionCatalog(
            DatasetTable datasets,
            VersionTable table,
            VersionSubjectTable subjects,
            Versions versions,
            ConsentLedger consents) {
        this.datasets = datasets;
        this.table = table;
        this.subjects = subjects;
        this.versions = versions;
        this.consents = consents;
    }

    /// The latest first.
    public List<DatasetVersion> of(DatasetId dataset) {
        datasets.get(dataset);
        return table.of(dataset);
    }

    /// @throws DatasetVersionNotFound if there is none
    public DatasetVersion get(DatasetVersionId id) {
        return versions.get(id);
    }

    /// In the order of their labels.
    public List<VersionSubjectView> subjects(DatasetVersionId id) {
        List<VersionSubject> all = subjects.of(id);
        Map<SubjectId, String> codes =
                consents.codes(all.stream().map(VersionSubject::subject).toList());
        return all.stream()
                .map(each -> new VersionSubjectView(
                        each.subject(),
                        codes.get(each.subject()),
                        each.label(),
                        each.trainImages(),
                        each.validationImages()))
                .toList();
    }

    /// The bytes that were hashed when the version was sealed.
    ///
    /// @throws DatasetVersionRevokedProblem if it was revoked
    /// @throws ManifestDamaged if the stored bytes have another hash now
    public byte[] manifest(DatasetVersionId id) {
        return versions.manifest(id);
    }
}
