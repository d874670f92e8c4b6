package io.futureos.studio.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** A remark that a person attached to a section of the report. */
public record Annotation(String section, String text, String author, Instant at) {

    public Annotation {
        requireNonNull(section, "section");
        requireNonNull(text, "text");
        requireNonNull(author, "author");
        requireNonNull(at, "at");
    }
}
