package io.futureos.studio.action;

import java.util.Map;
import java.util.Optional;

/** Weights by category, from which shares can be made. */
enum SharesRule implements Rule<Map<String, Object>> {
    SHARES,
    /** Without any category they stand for what was there before. */
    SHARES_OR_NONE;

    @Override
    public Optional<String> problem(Map<String, Object> weights) {
        boolean somePositive = false;
        for (Map.Entry<String, Object> entry : weights.entrySet()) {
            if (TextRule.NAME.problem(entry.getKey()).isPresent()
                    || !(entry.getValue() instanceof Number weight)
                    || NumberRule.NOT_NEGATIVE.problem(weight).isPresent()) {
                return Optional.of("gives category \"" + entry.getKey() + "\" " + Shown.of(entry.getValue()));
            }
            somePositive |= weight.doubleValue() > 0;
        }
        return somePositive || (this == SHARES_OR_NONE && weights.isEmpty())
                ? Optional.empty()
                : Optional.of("has no category with a weight above 0");
    }

    @Override
    public String remedy() {
        return "Give each category a number of 0 or more, and at least one category more than 0.";
    }
}
