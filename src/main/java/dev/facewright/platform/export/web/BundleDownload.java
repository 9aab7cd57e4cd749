package dev.facewright.platform.export.web;

import dev.facewright.platform.export.ExportBundles;
import dev.facewright.platform.export.ExportId;
import dev.facewright.platform.export.ExportView;
import java.io.InputStream;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Answers with a bundle, its hash as the entity tag. Not to be cached: it may be withdrawn.
@Component
class BundleDownload {
    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private final ExportBundles exports;

    BundleDownload(ExportBundles exports) {
        this.exports = exports;
    }

    ResponseEntity<Resource> of(ExportId id) {
        InputStream bundle = exports.open(id);
        ExportView export = exports.get(id);
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename("facewright-" + export.model() + ".zip")
                .build();
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(ZIP)
                .eTag("\"" + export.sha256() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString());
        Long bytes = export.bytes();
        return (bytes == null ? answer : answer.contentLength(bytes)).body(new InputStreamResource(bundle));
    }
}
