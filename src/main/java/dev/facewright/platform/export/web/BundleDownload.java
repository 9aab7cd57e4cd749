package dev.facewright.platform.export.web;

import dev.facewright.platform.export.ExportBundles;
import dev.facewright.platform.export.ExportBundles.OpenBundle;
import dev.facewright.platform.export.ExportId;
import java.util.Base64;
import java.util.HexFormat;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Answers with a bundle and its digest. It may be withdrawn at any time, so it is not to be cached, and without
/// an entity tag nobody is told that a copy of theirs is still good.
@Component
class BundleDownload {
    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private final ExportBundles exports;

    BundleDownload(ExportBundles exports) {
        this.exports = exports;
    }

    ResponseEntity<Resource> of(ExportId id) {
        OpenBundle bundle = exports.open(id);
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename("facewright-" + bundle.model() + ".zip")
                .build();
        return ResponseEntity.ok()
                .contentType(ZIP)
                .contentLength(bundle.bytes())
                .header("Repr-Digest", "sha-256=:" + base64(bundle.sha256()) + ":")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .body(new InputStreamResource(bundle.content()));
    }

    /// As RFC 9530 writes a digest.
    private static String base64(String hexadecimal) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hexadecimal));
    }
}
