package dev.facewright.platform.consent.web;

import dev.facewright.platform.consent.ConsentId;
import dev.facewright.platform.consent.Subjects.EvidenceFile;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// Hands evidence out: never shown in place, never kept by a cache.
final class EvidenceDownload {
    private EvidenceDownload() {}

    static ResponseEntity<byte[]> of(ConsentId consent, EvidenceFile file) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("consent-" + consent + "." + file.extension())
                                .build()
                                .toString())
                .body(file.content());
    }
}
