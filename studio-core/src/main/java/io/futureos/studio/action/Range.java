package io.futureos.studio.action;

import java.util.Locale;
import java.util.Optional;

/** Whole numbers between two bounds, both included. */
record Range(long least, long most) implements Rule<Long> {

    @Override
    public Optional<String> problem(Long value) {
        return value < least || value > most ? Optional.of("is " + value) : Optional.empty();
    }

    @Override
    public String remedy() {
        return "Give a whole number from " + bounds() + ".";
    }

    /** Both bounds, for people. */
    String bounds() {
        return String.format(Locale.ROOT, "%,d to %,d", least, most);
    }
}
