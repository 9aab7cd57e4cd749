package dev.facewright.platform.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.dashboard.Home.Counts;
import dev.facewright.platform.dashboard.Home.Running;
import java.util.List;
import org.junit.jupiter.api.Test;

class HomeTest {
    private static final Running RUN = new Running("runs", "train-run", "a name", "/runs/1", false, 0.5);
    private static final Running EXPORT = new Running("exports", "run-export", "another", "/exports/1", false, 0.5);

    @Test
    void namesOfWhatSomebodyMayNotLookAtAreLeftOut() {
        Home home = new Home(new Counts(1, 1, 1, 1, 1, 1, 1), List.of(RUN, EXPORT), List.of(), List.of());

        assertThat(home.seenBy(path -> path.startsWith("/runs")).running()).containsExactly(RUN);
        assertThat(home.seenBy(path -> false).running()).isEmpty();
    }
}
