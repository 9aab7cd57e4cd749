package dev.facewright.platform.training.web;

import dev.facewright.platform.kernel.web.Admission;
import dev.facewright.platform.training.RunId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
@Tag(name = "Runs")
class RunStreamApi {
    private final RunStreams streams;

    RunStreamApi(RunStreams streams) {
        this.streams = streams;
    }

    @GetMapping(
            path = {"/api/v1/runs/{id}/events", "/runs/{id}/events"},
            produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "Follow a run as it goes (server-sent events)",
            description = "`metrics`: recorded steps, first the course so far; `run`: the run whenever it changes; "
                    + "`end`: the run has ended and so does the stream. `Last-Event-ID` goes on where a reader was.")
    SseEmitter events(
            @PathVariable RunId id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEvent,
            @Parameter(hidden = true) HttpServletRequest request) {
        return streams.open(id, lastEvent, Admission.of(request));
    }
}
