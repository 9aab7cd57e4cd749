package dev.facewright.platform.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class PolledTest {
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void thePageIsLoadedAnewOnceWhatItWaitsForHasEnded() {
        Polled.until(true, response);
        assertThat(response.getHeader("HX-Refresh")).isEqualTo("true");
    }

    @Test
    void andStaysAsItIsUntilThen() {
        Polled.until(false, response);
        assertThat(response.getHeaderNames()).isEmpty();
    }
}
