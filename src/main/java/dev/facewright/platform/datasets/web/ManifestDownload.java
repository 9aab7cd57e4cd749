package dev.facewright.platform.datasets.web;

import dev.facewright.platform.datasets.DatasetVersionId;
import java.io.InputStream;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// Hands a manifest out. Never kept by a cache: it can be withdrawn.
final class ManifestDownload {
    private ManifestDownload() {}

    static ResponseEntity<InputStreamResource> of(DatasetVersionId id, InputStream manifest) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("manifest-" + id + ".json")
                                .build()
                                .toString())
                .body(new InputStreamResource(manifest));
    }
}
