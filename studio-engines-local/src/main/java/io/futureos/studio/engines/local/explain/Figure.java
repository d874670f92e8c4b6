package io.futureos.studio.engines.local.explain;

import io.futureos.studio.report.BoundNumber;
import io.futureos.studio.report.Origin;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/**
 * A number that a section may print, and where it came from.
 *
 * @param computed whether it was computed from what stands at its origins, rather than read there
 */
record Figure(double value, boolean computed, List<Origin> origins) {

    Figure {
        origins = List.copyOf(origins);
    }

    static Figure at(double value, Origin origin) {
        return new Figure(value, false, List.of(origin));
    }

    /** How many there are in a list. */
    static Figure counted(List<?> list, Origin origin) {
        return computed(list.size(), origin);
    }

    /** What was computed from all that stands there. */
    static Figure computed(double value, Origin origin) {
        return new Figure(value, true, List.of(origin));
    }

    /** This figure less another. */
    Figure minus(Figure other) {
        return with(value - other.value, other);
    }

    /** A number that was computed from this one and another. */
    Figure with(double computed, Figure other) {
        return new Figure(
                computed,
                true,
                Stream.concat(origins.stream(), other.origins.stream())
                        .distinct()
                        .toList());
    }

    /** This number, to whose computation another has contributed too. */
    Figure with(Figure other) {
        return with(value, other);
    }

    /** A number that was computed from this one. */
    Figure map(DoubleUnaryOperator function) {
        return new Figure(function.applyAsDouble(value), true, origins);
    }

    /** As a figure of its unit. */
    Phrase in(String unit) {
        return printed(Words.value(value, unit));
    }

    /** As a difference of two figures of a unit. */
    Phrase differenceIn(String unit) {
        return printed(Words.difference(value, unit));
    }

    /** As a difference of two figures of a unit, in a column that says so; of shares the percentage points. */
    Phrase changeIn(String unit) {
        return unit.equals("share")
                ? printed(Words.format("%+.1f", Words.zeroed(100 * value, 0.05)))
                : differenceIn(unit);
    }

    /** As a difference of two figures of a unit, whichever is larger. */
    Phrase distanceIn(String unit) {
        return printed(Words.difference(Math.abs(value), unit).substring(1));
    }

    Phrase percent() {
        return printed(Words.percent(value));
    }

    Phrase probability() {
        return printed(Words.probability(value));
    }

    /** As precisely as its size makes sense. */
    Phrase plain() {
        return printed(Words.number(value));
    }

    /** As a whole number. */
    Phrase count() {
        return printed(Words.format("%,.0f", value));
    }

    /** As {@link java.util.Formatter} prints it. */
    Phrase as(String format) {
        return printed(Words.format(format, value));
    }

    /** In words that were made from it. */
    Phrase printed(String text) {
        return Phrase.number(new BoundNumber(text, value, computed, origins));
    }
}
