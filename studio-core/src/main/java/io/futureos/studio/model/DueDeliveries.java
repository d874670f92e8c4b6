package io.futureos.studio.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * What a schedule asks for at a moment.
 *
 * @param occurrences to be delivered, oldest first
 * @param handledUpTo the occurrence up to which the schedule counts as handled once these are delivered; those that are left
 *     out lie before it
 */
public record DueDeliveries(List<Instant> occurrences, Instant handledUpTo) {

    public DueDeliveries {
        occurrences = List.copyOf(occurrences);
        requireNonNull(handledUpTo, "handledUpTo");
    }
}
