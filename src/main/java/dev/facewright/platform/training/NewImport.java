package dev.facewright.platform.training;

/// @param name  of the model version
/// @param preprocessing  what its authors fed it with
/// @param source  where the file was had from: an address or a citation
/// @param licence  under which it may be used
/// @param publishedAccuracy  what its authors claim, with their protocol; empty if nothing
public record NewImport(
        String name, InputConvention preprocessing, String source, String licence, String publishedAccuracy) {}
