package io.futureos.studio.action;

import io.futureos.studio.model.OpenValue;
import java.util.Map;
import java.util.Optional;

/** Settings of a simulation mean something to its engine; only the seed means something to the Studio too. */
enum SimulationConfigRule implements Rule<Map<String, Object>> {
    CONFIG;

    private static final Range SEED = new Range(-OpenValue.MAX_WHOLE, OpenValue.MAX_WHOLE);

    /** The normal form of a record's component that holds such settings. */
    static Map<String, Object> normal(String component, Map<String, Object> config) {
        Map<String, Object> normal = OpenRule.normal(component, config);
        CONFIG.require(component, normal);
        return normal;
    }

    @Override
    public Optional<String> problem(Map<String, Object> config) {
        if (!config.containsKey("seed") || config.get("seed") instanceof Long) {
            return Optional.empty();
        }
        return Optional.of("has the seed " + Shown.of(config.get("seed")));
    }

    @Override
    public String remedy() {
        return "Let seed be a whole number from " + SEED.bounds() + ", or leave it out.";
    }
}
