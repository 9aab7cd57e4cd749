package dev.facewright.platform.demo;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How much the demo makes. The defaults take less than four minutes on two cores from the start to the bundle.
///
/// @param people  to train on
/// @param imagesEach  of each of them
/// @param epochs  of training
/// @param testPeople  other people, to test on; ten folds share them out
/// @param testImagesEach  of each of them
/// @param pairsOfAKind  genuine pairs a fold, and as many impostor pairs
@Validated
@ConfigurationProperties("facewright.demo")
record DemoSettings(
        @Min(2) @DefaultValue("24") int people,
        @Min(2) @DefaultValue("32") int imagesEach,
        @Min(1) @DefaultValue("8") int epochs,
        @Min(20) @DefaultValue("40") int testPeople,
        @Min(2) @DefaultValue("6") int testImagesEach,
        @Min(1) @DefaultValue("30") int pairsOfAKind) {}
