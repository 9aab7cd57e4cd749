package dev.facewright.platform.models;

/// What an imported version's row says; stored as JSON.
record ImportRecord(String source, String sha256, String licence, String preprocessing, String publishedAccuracy) {}
