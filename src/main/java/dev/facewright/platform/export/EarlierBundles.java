package dev.facewright.platform.export;

import java.io.IOException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Encrypts bundles of before they were. What they were stored as is known to nobody after that, and swept.
@Component
class EarlierBundles {
    private static final Logger log = LoggerFactory.getLogger(EarlierBundles.class);

    private final ExportRepository exports;
    private final ExportRecords records;

    EarlierBundles(ExportRepository exports, ExportRecords records) {
        this.exports = exports;
        this.records = records;
    }

    @Scheduled(initialDelayString = "${facewright.models.care:5m}", fixedDelayString = "${facewright.models.care:5m}")
    void seal() {
        for (UUID id : exports.toSeal()) {
            try {
                records.seal(new ExportId(id));
            } catch (IOException | RuntimeException failed) {
                log.warn("The bundle of export {} has to wait for the next time", id, failed);
            }
        }
    }
}
