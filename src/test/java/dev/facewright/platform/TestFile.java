package dev.facewright.platform;

/// A file in a multipart form.
///
/// @param part  the form field's name
public record TestFile(String part, String fileName, String contentType, byte[] content) {
    public TestFile(String part, String fileName, byte[] content) {
        this(part, fileName, "application/octet-stream", content);
    }
}
