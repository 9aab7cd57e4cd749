package dev.facewright.platform.kernel.web;

import java.io.IOException;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;

/// A part of a form that is worked on in memory.
public final class SmallFile {
    /// Above what any rule lets through; a larger one is refused before it is in memory.
    static final DataSize MOST = DataSize.ofMegabytes(64);

    private SmallFile() {}

    /// @throws MaxUploadSizeExceededException if it is larger than anything that is taken this way
    public static byte[] bytes(MultipartFile part) throws IOException {
        if (part.getSize() > MOST.toBytes()) {
            throw new MaxUploadSizeExceededException(MOST.toBytes());
        }
        return part.getBytes();
    }
}
