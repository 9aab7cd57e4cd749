package dev.facewright.platform.models;

/// What whoever registers a model knows of its network.
///
/// @param architecture  the network's name: `mobilefacenet`
/// @param embeddingDimensions  length of an embedding
/// @param parameters  count
/// @param macs  multiply-accumulates for one face
public record ModelFacts(String architecture, int embeddingDimensions, long parameters, long macs) {}
