package dev.facewright.platform.datasets.upload;

import dev.facewright.platform.datasets.UploadId;
import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectOwner.Kind;
import dev.facewright.platform.storage.ObjectRegister;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Archives that arrive, wait or are being looked through.
@Component
class ArchiveRegister implements ObjectRegister {
    private final UploadRepository rows;
    private final Uploads uploads;

    ArchiveRegister(UploadRepository rows, Uploads uploads) {
        this.rows = rows;
        this.uploads = uploads;
    }

    @Override
    public String name() {
        return "archives";
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.UPLOAD);
    }

    @Override
    public Set<ObjectKey> known(Collection<ObjectKey> keys) {
        return rows.archivesAmong(keys.stream().map(ObjectKey::value).toList()).stream()
                .map(ObjectKey::new)
                .collect(Collectors.toSet());
    }

    @Override
    public Set<UUID> knownKeys(Collection<OwnedKey> keys) {
        return rows.keysInUse(
                keys.stream().map(OwnedKey::owner).toList(),
                keys.stream().map(OwnedKey::key).toList());
    }

    @Override
    public void abandoned(ObjectKey key) {
        key.owner()
                .filter(owner -> owner.kind() == Kind.UPLOAD)
                .ifPresent(owner -> uploads.abandon(new UploadId(owner.id())));
    }
}
