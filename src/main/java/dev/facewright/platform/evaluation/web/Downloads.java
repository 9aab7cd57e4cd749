package dev.facewright.platform.evaluation.web;

import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// Answers with a file to keep.
final class Downloads {
    private static final MediaType GZIP = MediaType.parseMediaType("application/gzip");

    private Downloads() {}

    static ResponseEntity<Resource> gzip(String name, Resource content) {
        return ResponseEntity.ok()
                .contentType(GZIP)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}
