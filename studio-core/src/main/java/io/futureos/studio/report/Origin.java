package io.futureos.studio.report;

import static java.util.Objects.requireNonNull;

/**
 * The place that a number of a report was read from.
 *
 * @param kind what kind of thing holds it
 * @param name which of them: the table of a {@link Kind#ROW}, the scenario of what was run, the name of a
 *     {@link Kind#CONVENTION}; empty where there is only one
 * @param pointer where in it, as a JSON pointer (RFC 6901) into the JSON of that thing; of a row, {@code /row/column}, where a
 *     row is named by its month or else by its number from 0
 */
public record Origin(Kind kind, String name, String pointer) {

    /** What a number can be read from. */
    public enum Kind {
        /** The question as it is computed. */
        QUESTION,
        /** A figure in a table of the data package. */
        ROW,
        /** What is known about the data package: its sources, variables, assumptions and overrides. */
        DATA,
        /** The causal graph. */
        GRAPH,
        /** The synthetic population. */
        POPULATION,
        /** What a scenario changes. */
        SCENARIO,
        /** The simulation of a scenario. */
        RUN,
        /** The pooled forecast of a scenario. */
        FORECAST,
        /** The backtest of a scenario's forecast. */
        BACKTEST,
        /** How the scenarios differ, each held against the first. */
        COMPARISON,
        /** How the question turned out, and what the last forecast before that scored and rested on. */
        RESOLUTION,
        /** What the reasoners said about a scenario, one after the other. */
        REASONING,
        /** The list of the engines that took part, with their versions. */
        ENGINE,
        /** Nothing that was measured or assumed, but how such things are said, for example "the 90 % interval". */
        CONVENTION
    }

    public Origin {
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
        requireNonNull(pointer, "pointer");
        if (!pointer.isEmpty() && !pointer.startsWith("/")) {
            throw new IllegalArgumentException("pointer must be empty or begin with /, was " + pointer);
        }
    }

    /** The thing as a whole. */
    public static Origin of(Kind kind, String name) {
        return new Origin(kind, name, "");
    }

    /** The only thing of its kind. */
    public static Origin of(Kind kind) {
        return of(kind, "");
    }

    /** A place inside this one: names of fields, or places in a list counted from 0. */
    public Origin at(Object... steps) {
        var inside = new StringBuilder(pointer);
        for (Object step : steps) {
            inside.append('/').append(step.toString().replace("~", "~0").replace("/", "~1"));
        }
        return new Origin(kind, name, inside.toString());
    }
}
