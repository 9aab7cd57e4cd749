package dev.facewright.platform;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {
    @Test
    void modulesUseOnlyWhatTheyDeclareAndHaveNoCycles() {
        ApplicationModules.of(PlatformApplication.class).verify();
    }
}
