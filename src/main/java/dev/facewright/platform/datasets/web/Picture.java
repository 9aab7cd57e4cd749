package dev.facewright.platform.datasets.web;

import dev.facewright.platform.datasets.ImageCatalog.PictureFile;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// Hands a picture out. Never kept by a cache: the consent is asked for at every read.
final class Picture {
    private Picture() {}

    static ResponseEntity<byte[]> of(PictureFile file) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .cacheControl(CacheControl.noStore())
                .body(file.content());
    }
}
