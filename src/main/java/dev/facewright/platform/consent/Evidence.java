package dev.facewright.platform.consent;

/// What proves a consent: a signed form, a recording. Its file name is not kept, since names of files
/// name people. What sort of file it is is told by its content.
///
/// @param content  not copied
@SuppressWarnings("ArrayRecordComponent") // compared nowhere, and too large to copy
public record Evidence(byte[] content) {
    @Override
    public String toString() {
        return "Evidence[" + content.length + " bytes]";
    }
}
