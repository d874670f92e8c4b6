package io.futureos.studio.action;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A text that is one of a few words. */
record Choice(List<String> words) implements Rule<String> {

    Choice {
        words = List.copyOf(words);
    }

    /** The words for these constants in the contract's JSON. */
    static Choice among(Enum<?>... constants) {
        return new Choice(Arrays.stream(constants).map(Choice::word).toList());
    }

    /** The word for this constant in the contract's JSON. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<String> problem(String text) {
        return words.contains(text) ? Optional.empty() : Optional.of("is " + Shown.of(text));
    }

    @Override
    public String remedy() {
        return words.size() == 1 ? "Give \"" + words.get(0) + "\"." : "Give one of " + String.join(", ", words) + ".";
    }
}
