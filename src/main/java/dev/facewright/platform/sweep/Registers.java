package dev.facewright.platform.sweep;

import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectOwner.Kind;
import dev.facewright.platform.storage.ObjectRegister;
import dev.facewright.platform.storage.ObjectRegister.OwnedKey;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Asks every register. A kind whose registers did not all answer, or that has none, is one of which nothing can be
/// said.
@Component
class Registers {
    private static final Logger log = LoggerFactory.getLogger(Registers.class);

    private final ObjectProvider<ObjectRegister> registers;

    Registers(ObjectProvider<ObjectRegister> registers) {
        this.registers = registers;
    }

    /// @param known  what any register knows
    /// @param answered  the kinds whose registers all answered
    /// @param silent  registers that did not
    record Answer<T>(Set<T> known, Set<Kind> answered, Set<String> silent) {}

    Answer<ObjectKey> objects(Collection<ObjectKey> keys) {
        return ask(register -> register.known(keys));
    }

    Answer<UUID> keys(Collection<OwnedKey> keys) {
        return ask(register -> register.knownKeys(keys));
    }

    private <T> Answer<T> ask(Function<ObjectRegister, Set<T>> question) {
        List<ObjectRegister> all = registers.stream().toList();
        Answer<T> answer = new Answer<>(new HashSet<>(), EnumSet.noneOf(Kind.class), new HashSet<>());
        all.forEach(register -> answer.answered().addAll(register.kinds()));
        for (ObjectRegister register : all) {
            try {
                answer.known().addAll(question.apply(register));
            } catch (RuntimeException failed) {
                log.warn("Nothing of what the register {} may know is swept, since it failed", register.name(), failed);
                answer.answered().removeAll(register.kinds());
                answer.silent().add(register.name());
            }
        }
        return answer;
    }

    /// @return false if one of them failed, which is added to the silent ones
    boolean abandoned(ObjectKey key, Set<String> silent) {
        boolean told = true;
        for (ObjectRegister register : registers.stream().toList()) {
            try {
                if (key.kind().filter(register.kinds()::contains).isPresent()) {
                    register.abandoned(key);
                }
            } catch (RuntimeException failed) {
                log.warn("The register {} could not be told of {}", register.name(), key, failed);
                silent.add(register.name());
                told = false;
            }
        }
        return told;
    }
}
