package dev.facewright.ml.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CropCacheTest {
    private final byte[] target = new byte[CropSource.CROP_BYTES];

    @Test
    void whatFitsIsReadOnce() {
        Crops crops = new Crops(4);
        CropCache cache = new CropCache(crops, 10L * CropSource.CROP_BYTES);

        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 4; i++) {
                cache.read(i, target);
                assertThat(target[17]).isEqualTo((byte) i);
            }
        }

        assertThat(crops.reads).hasValue(4);
    }

    @Test
    void theBudgetIsKeptAndTheRestIsReadEachTime() {
        Crops crops = new Crops(4);
        CropCache cache = new CropCache(crops, 2L * CropSource.CROP_BYTES + 5);

        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 4; i++) {
                cache.read(i, target);
            }
        }

        assertThat(crops.reads).hasValue(6);
    }

    @Test
    void aForgottenCropIsReadAgain() {
        Crops crops = new Crops(2);
        CropCache cache = new CropCache(crops, 2L * CropSource.CROP_BYTES);
        cache.read(1, target);
        cache.forget(1);
        cache.read(1, target);
        cache.read(1, target);

        assertThat(crops.reads).hasValue(2);
    }

    @Test
    void changingTheTargetDoesNotChangeWhatIsKept() {
        CropCache cache = new CropCache(new Crops(9), 2L * CropSource.CROP_BYTES);
        cache.read(7, target);
        target[0] = 99;
        cache.read(7, target);

        assertThat(target[0]).isEqualTo((byte) 7);
    }

    @Test
    void cropsInMemoryCountTheirIdentitiesAndRefuseWhatDoesNotFitTogether() {
        byte[] crop = new byte[CropSource.CROP_BYTES];

        assertThat(new CropsInMemory(List.of(crop, crop), List.of(0, 4)).identities())
                .isEqualTo(5);
        assertThatThrownBy(() -> new CropsInMemory(List.of(crop), List.of(0, 1)))
                .hasMessageContaining("2 labels");
        assertThatThrownBy(() -> new CropsInMemory(List.of(new byte[3]), List.of(0)))
                .hasMessageContaining("37632");
    }
}
