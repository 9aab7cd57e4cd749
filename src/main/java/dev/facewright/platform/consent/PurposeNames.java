package dev.facewright.platform.consent;

import java.util.Collection;
import java.util.stream.Collectors;

/// Purposes in the order of the enum, so that the same set always reads the same.
final class PurposeNames {
    private PurposeNames() {}

    static String of(Collection<Purpose> purposes) {
        return purposes.stream().sorted().map(Purpose::name).collect(Collectors.joining(" "));
    }
}
