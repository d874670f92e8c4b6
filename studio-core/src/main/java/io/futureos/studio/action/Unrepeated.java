package io.futureos.studio.action;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A rule for the elements of one list, which also refuses what came before. Remembers; used for one list and dropped. */
final class Unrepeated implements Rule<String> {

    private final Rule<String> rule;
    private final Function<String, ?> meaning;
    private final Set<Object> seen = new HashSet<>();

    /**
     * Refuses elements that mean the same.
     *
     * @param meaning what a text that keeps {@code rule} stands for
     */
    Unrepeated(Rule<String> rule, Function<String, ?> meaning) {
        this.rule = rule;
        this.meaning = meaning;
    }

    @Override
    public Optional<String> problem(String text) {
        return rule.problem(text)
                .or(() -> seen.add(meaning.apply(text)) ? Optional.empty() : Optional.of("repeats " + Shown.of(text)));
    }

    @Override
    public String remedy() {
        return rule.remedy() + " Give each only once.";
    }
}
