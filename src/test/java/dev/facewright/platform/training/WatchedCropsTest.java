package dev.facewright.platform.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.ml.data.CropCache;
import dev.facewright.ml.data.CropSource;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WatchedCropsTest {
    private final AtomicLong now = new AtomicLong();
    private final AtomicBoolean withdrawn = new AtomicBoolean();
    private final byte[] target = new byte[CropSource.CROP_BYTES];
    private final WatchedCrops crops = new WatchedCrops(
            new CropCache(new OneCrop(), CropSource.CROP_BYTES), this::check, Duration.ofSeconds(1), now::get);

    @Test
    void aCropKeptInMemoryIsNotGivenOutOnceItsConsentEnded() {
        crops.read(0, target);
        withdrawn.set(true);
        now.addAndGet(Duration.ofSeconds(1).toNanos());

        assertThatThrownBy(() -> crops.read(0, target)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theFirstReadAsksAlready() {
        withdrawn.set(true);

        assertThatThrownBy(() -> crops.read(0, target)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whileEveryoneConsentsCropsAreRead() {
        now.addAndGet(Duration.ofHours(1).toNanos());
        crops.read(0, target);

        assertThat(target[0]).isEqualTo((byte) 7);
    }

    private void check() {
        if (withdrawn.get()) {
            throw new IllegalStateException("withdrawn");
        }
    }

    private static final class OneCrop implements CropSource {
        @Override
        public int size() {
            return 1;
        }

        @Override
        public int identities() {
            return 1;
        }

        @Override
        public int label(int index) {
            return 0;
        }

        @Override
        public void read(int index, byte[] target) {
            target[0] = 7;
        }
    }
}
