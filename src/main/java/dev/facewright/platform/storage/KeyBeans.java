package dev.facewright.platform.storage;

import dev.facewright.platform.kernel.ServerSettings;
import dev.facewright.platform.storage.keys.FileKeyStore;
import dev.facewright.platform.storage.keys.KeySettings;
import dev.facewright.platform.storage.keys.KeyStores;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Opens the store of generations' keys; a server that cannot read its keys does not start.
@Configuration
class KeyBeans {
    @Bean
    KeyStores keyStores(KeySettings settings, ServerSettings server) {
        return new KeyStores(List.of(new FileKeyStore(settings.folderBeside(server.data()))));
    }

    @Bean
    KeyRing keyRing(KeyGenerationRepository generations, KeyStores stores) {
        return new KeyRing(generations, stores);
    }

    @Bean
    KeyChange keyChange(
            KeyGenerationRepository generations,
            DataKeyRepository keys,
            KeyRing ring,
            KeyStores stores,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        TransactionTemplate steps = new TransactionTemplate(transactions);
        steps.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new KeyChange(generations, keys, ring, stores, steps, events, clock);
    }

    @Bean(initMethod = "open")
    FirstGeneration firstGeneration(
            KeyGenerationRepository generations,
            KeyRing ring,
            KeyChange change,
            StorageSettings settings,
            KeySettings keys) {
        return new FirstGeneration(
                generations, ring, change, ConfiguredKey.of(settings.keyEncryptionKey(), keys.importFrom()));
    }

    @Bean
    OwedChanges owedChanges(
            KeyGenerationRepository generations,
            DataKeyRepository keys,
            KeyChange change,
            KeySettings settings,
            Clock clock) {
        return new OwedChanges(generations, keys, change, settings, clock);
    }
}
