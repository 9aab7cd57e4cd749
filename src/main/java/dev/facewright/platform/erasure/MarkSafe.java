package dev.facewright.platform.erasure;

import dev.facewright.platform.consent.Mark;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.storage.DataKeyId;
import dev.facewright.platform.storage.ObjectOwner;
import dev.facewright.platform.storage.Vault;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Remembers what to look for from before anything is destroyed until nothing of it was found, over any crash. It names
/// the person and their pictures, so it is encrypted under a key that goes with it.
@Component
class MarkSafe {
    private final ErasureMarksRepository rows;
    private final Vault vault;

    MarkSafe(ErasureMarksRepository rows, Vault vault) {
        this.rows = rows;
        this.vault = vault;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void remember(SubjectId subject, Collection<Mark> marks) {
        DataKeyId key = vault.createKey(ObjectOwner.erasure(subject.value()));
        String lines = marks.stream()
                .map(mark -> mark.kind() + " " + mark.text())
                .distinct()
                .collect(Collectors.joining("\n"));
        byte[] sealed = vault.encrypt(key, lines.getBytes(StandardCharsets.UTF_8), context(subject));
        rows.saveAndFlush(new ErasureMarks(subject, key, sealed));
    }

    @Transactional(readOnly = true)
    public Optional<Set<Mark>> of(SubjectId subject) {
        return rows.findById(subject.value())
                .map(row ->
                        new String(vault.decrypt(row.key(), row.sealed(), context(subject)), StandardCharsets.UTF_8))
                .map(lines -> lines.lines().map(MarkSafe::mark).collect(Collectors.toSet()));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(SubjectId subject) {
        rows.findById(subject.value()).ifPresent(row -> {
            rows.delete(row);
            rows.flush();
            vault.destroy(row.key());
        });
    }

    private static Mark mark(String line) {
        int space = line.indexOf(' ');
        return new Mark(Mark.Kind.valueOf(line.substring(0, space)), line.substring(space + 1));
    }

    private static byte[] context(SubjectId subject) {
        return ("erasure-marks:" + subject).getBytes(StandardCharsets.UTF_8);
    }
}
