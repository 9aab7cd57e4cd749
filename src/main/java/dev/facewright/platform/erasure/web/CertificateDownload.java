package dev.facewright.platform.erasure.web;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// Answers with a certificate byte by byte as it was signed.
final class CertificateDownload {
    private CertificateDownload() {}

    static ResponseEntity<String> of(String envelope) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("erasure-certificate.json")
                                .build()
                                .toString())
                .body(envelope);
    }
}
