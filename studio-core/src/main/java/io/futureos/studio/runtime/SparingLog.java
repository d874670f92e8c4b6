package io.futureos.studio.runtime;

import io.futureos.studio.model.ProjectId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;

/** Logs one kind of trouble once in a while, however often it comes. Safe for use by several threads. */
final class SparingLog {

    static final Duration SILENT_FOR = Duration.ofSeconds(30);

    private final Logger log;
    private final Clock clock;
    private final String trouble;
    private Instant next = Instant.MIN;
    private long silent;

    /** @param trouble a sentence with {@code {}} in place of the project */
    SparingLog(Logger log, Clock clock, String trouble) {
        this.log = log;
        this.clock = clock;
        this.trouble = trouble;
    }

    synchronized void warn(ProjectId project, Throwable cause) {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            silent++;
            return;
        }
        log.warn(trouble + " (and {} times since the last time that this was logged)", project, silent, cause);
        silent = 0;
        next = now.plus(SILENT_FOR);
    }
}
