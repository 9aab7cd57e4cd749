package dev.facewright.platform.storage.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.platform.storage.StorageProblem.KeyStoreUnavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransitKeyStoreTest {
    private static final byte[] KEY = "the key of some generation, 32 b".getBytes(StandardCharsets.UTF_8);

    private SmallVault vault;
    private TransitKeyStore store;

    @BeforeEach
    void startVault() throws IOException {
        vault = new SmallVault();
        store = new TransitKeyStore(vault.calls(SmallVault.TOKEN));
    }

    @AfterEach
    void stopVault() {
        vault.close();
    }

    @Test
    void whatIsKeptCanBeOpenedUntilItsKeyIsDestroyedInTheVault() {
        byte[] sealed = store.keep("a-1-b", KEY);
        assertThat(new String(sealed, StandardCharsets.UTF_8)).startsWith("vault:v1:");
        assertThat(store.find("a-1-b", sealed)).contains(KEY);
        assertThat(store.names()).containsExactly("a-1-b");
        store.keep("a-2-c", KEY);
        assertThatThrownBy(() -> store.find("a-2-c", sealed)).isInstanceOf(KeyStoreUnavailable.class);
        store.destroy("a-1-b");
        store.destroy("a-1-b");
        assertThat(store.find("a-1-b", sealed)).isEmpty();
        assertThat(store.names()).containsExactly("a-2-c");
    }

    @Test
    void aVaultThatRefusesOrIsAwayLosesNothing() {
        byte[] sealed = store.keep("a-1-b", KEY);
        TransitKeyStore stranger = new TransitKeyStore(vault.calls("guessed"));
        assertThatThrownBy(() -> stranger.find("a-1-b", sealed)).isInstanceOf(KeyStoreUnavailable.class);
        vault.close();
        assertThatThrownBy(() -> store.find("a-1-b", sealed)).isInstanceOf(KeyStoreUnavailable.class);
        assertThatThrownBy(() -> store.destroy("a-1-b")).isInstanceOf(KeyStoreUnavailable.class);
    }

    @Test
    @SuppressWarnings("NullAway") // what is not sealed
    void keysOfAnotherStoreAreReadWhereTheyAre(@TempDir Path folder) {
        FileKeyStore files = new FileKeyStore(folder);
        files.keep("a-1-b", KEY);
        KeyStores both = new KeyStores(List.of(store, files));
        byte[] sealed = both.first().keep("a-2-c", KEY);
        assertThat(both.find("a-1-b", null)).contains(KEY);
        assertThat(both.find("a-2-c", sealed)).contains(KEY);
        assertThat(both.of(KeyEngine.FILE)).isSameAs(files);
        assertThatThrownBy(() -> new KeyStores(List.of(files)).find("a-2-c", sealed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not configured");
    }
}
