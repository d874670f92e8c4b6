package io.futureos.studio.action;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A single figure of a table, in the form of an open value. */
enum FigureRule implements Rule<Object> {
    FIGURE;

    @Override
    public Optional<String> problem(Object value) {
        if (value instanceof Map || value instanceof List) {
            return Optional.of("is " + Shown.of(value));
        }
        return value instanceof String text ? TextRule.DESCRIPTION.problem(text) : Optional.empty();
    }

    @Override
    public String remedy() {
        return "Give a number, a boolean, text of at most 10,000 characters, or null for a missing figure.";
    }
}
