package dev.facewright.platform.consent;

/// What is wrong with one line of an imported table.
///
/// @param line  as an editor counts them: the heading is line 1
/// @param column  as the heading has it, or `line`
/// @param messageKey  where the bundles say what to do about it
public record ImportProblem(int line, String column, String messageKey) {}
