package dev.facewright.platform.storage;

import dev.facewright.platform.kernel.ServerSettings;
import dev.facewright.platform.storage.keys.KeySettings;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Opens the store of generations' keys; a server that cannot read its keys does not start.
@Configuration
class KeyBeans {
    @Bean
    KeyAccess keyAccess(KeySettings settings, ServerSettings server, JsonMapper json, Clock clock) {
        return KeyAccess.of(settings, server.data(), json, clock);
    }

    @Bean
    KeyRing keyRing(KeyGenerationRepository generations, KeyAccess access) {
        return new KeyRing(generations, access.source());
    }

    @Bean
    GenerationChange generationChange(
            KeyGenerationRepository generations,
            DataKeyRepository keys,
            KeyRing ring,
            KeyAccess access,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        TransactionTemplate steps = new TransactionTemplate(transactions);
        steps.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return switch (access) {
            case KeyAccess.Own(var stores) -> new KeyChange(generations, keys, ring, stores, steps, events, clock);
            case KeyAccess.Asked(var server) -> new GenerationChange.ByServer(server);
        };
    }

    @Bean(initMethod = "open")
    FirstGeneration firstGeneration(
            KeyGenerationRepository generations,
            KeyRing ring,
            GenerationChange change,
            StorageSettings settings,
            KeySettings keys) {
        return new FirstGeneration(
                generations, ring, change, ConfiguredKey.of(settings.keyEncryptionKey(), keys.importFrom()));
    }

    @Bean
    OwedChanges owedChanges(
            KeyGenerationRepository generations,
            DataKeyRepository keys,
            GenerationChange change,
            KeySettings settings,
            Clock clock) {
        return new OwedChanges(generations, keys, change, settings, clock);
    }
}
