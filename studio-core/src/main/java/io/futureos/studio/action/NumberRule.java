package io.futureos.studio.action;

import java.util.Optional;

/** Numbers that need not be whole. */
enum NumberRule implements Rule<Number> {
    FINITE(Double.NEGATIVE_INFINITY, "Give a number."),
    NOT_NEGATIVE(0, "Give a number of 0 or more.");

    private final double least;
    private final String remedy;

    NumberRule(double least, String remedy) {
        this.least = least;
        this.remedy = remedy;
    }

    @Override
    public Optional<String> problem(Number value) {
        double number = value.doubleValue();
        return Double.isFinite(number) && number >= least ? Optional.empty() : Optional.of("is " + value);
    }

    @Override
    public String remedy() {
        return remedy;
    }
}
