package io.futureos.studio.action;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Moments are written as ISO 8601 has it, with their distance from universal time. */
enum InstantRule implements Rule<String> {
    INSTANT;

    @Override
    public Optional<String> problem(String text) {
        try {
            int year = Instant.parse(text).atOffset(ZoneOffset.UTC).getYear();
            return year >= 1 && year <= 9999 ? Optional.empty() : Optional.of("is no moment of the years 1 to 9999");
        } catch (DateTimeException e) {
            return Optional.of("is not a moment");
        }
    }

    @Override
    public String remedy() {
        return "Write date, time and offset as ISO 8601 has it, for example 2026-01-15T09:00:00Z.";
    }
}
