package dev.facewright.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.platform.kernel.PageKey.PageKeyRefused;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageKeyTest {
    @Test
    void aKeyIsReadAsItWasWritten() {
        var id = UUID.randomUUID();
        var key = new PageKey(true, List.of(id.toString(), "42"));
        assertThat(key).hasToString("before~" + id + "~42");
        assertThat(PageKey.of(key.toString())).isEqualTo(key);
        assertThat(key.uuid(0)).isEqualTo(id);
        assertThat(key.number(1)).isEqualTo(42);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "after", "after~", "beside~1", "after~1~", "after~<b>", "after~1~2~3~4~5"})
    void whatIsNoKeyIsRefused(String text) {
        assertThatThrownBy(() -> PageKey.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theKeyOfAnotherListIsRefused() {
        var key = PageKey.of("after~word");
        assertThatThrownBy(() -> key.number(0)).isInstanceOf(PageKeyRefused.class);
        assertThatThrownBy(() -> key.uuid(0)).isInstanceOf(PageKeyRefused.class);
        assertThatThrownBy(() -> key.number(1)).isInstanceOf(PageKeyRefused.class);
    }

    @Test
    void onlyPagesInTheMiddleHaveBothNeighbours() {
        assertThat(page(0, 3).previous()).isNull();
        assertThat(page(0, 3).next()).hasToString("after~1");
        assertThat(page(1, 5).previous()).hasToString("before~2");
        assertThat(page(1, 5).next()).hasToString("after~3");
        assertThat(page(1, 3).next()).isNull();
    }

    @Test
    void aListCountedUpToALimitGoesOnBeyondIt() {
        var view = PageView.keyed(List.of(1, 2), 9, 2, 5, 4, item -> List.of(item.toString()));
        assertThat(view.total()).isEqualTo(4);
        assertThat(view.moreThanTotal()).isTrue();
        assertThat(view.next()).hasToString("after~2");
        assertThat(PageView.keyed(List.of(1), 9, 2, 5, 4, item -> List.of(item.toString()))
                        .next())
                .isNull();
        assertThat(PageView.keyed(List.of(1, 2), 1, 2, 4, 4, item -> List.of(item.toString()))
                        .next())
                .isNull();
    }

    private static PageView<Integer> page(int page, int total) {
        var items =
                IntStream.range(page * 2, Math.min(total, page * 2 + 2)).boxed().toList();
        return PageView.keyed(items, page, 2, total, item -> List.of(item.toString()));
    }
}
