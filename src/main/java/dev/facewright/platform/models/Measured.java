package dev.facewright.platform.models;

/// Figures that say how they were come by, without which they mean nothing. REST has the protocol in words.
public interface Measured {
    Protocol protocol();
}
