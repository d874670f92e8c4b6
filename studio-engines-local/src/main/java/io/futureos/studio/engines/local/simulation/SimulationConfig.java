package io.futureos.studio.engines.local.simulation;

import io.futureos.studio.engines.local.config.ConfigObject;
import io.futureos.studio.engines.local.series.Months;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to simulate. Keys: {@code replicates}, {@code drivers}, {@code attributes}, {@code purchases}.
 *
 * @param replicates how many futures, each with its own parameters and luck
 */
record SimulationConfig(int replicates, List<Driver> drivers, List<Attribute> attributes, Purchases purchases) {

    static SimulationConfig read(Map<String, Object> values) {
        var config = new ConfigObject("/simulation/config", values)
                .allowing("replicates", "drivers", "attributes", "purchases");
        return new SimulationConfig(
                config.whole("replicates", 200, 10, 5000),
                config.objects("drivers").stream().map(Driver::read).toList(),
                config.objects("attributes").stream().map(Attribute::read).toList(),
                Purchases.read(config.object("purchases")));
    }

    /**
     * A variable that moves choices.
     *
     * @param effect log-odds of the choice per unit of the variable
     * @param effectSd how unsure that is, as a standard deviation
     */
    record Driver(String variable, double effect, double effectSd) {
        static Driver read(ConfigObject config) {
            config.allowing("variable", "effect", "effect_sd", "reason");
            return new Driver(
                    config.text("variable"), config.number("effect", -1e3, 1e3), config.number("effect_sd", 0, 0, 1e3));
        }
    }

    /**
     * A dimension of the population along which choices differ: the log-odds rise by the slope from the lowest to the
     * highest rank. The slope is given, or estimated from a table of shares by category.
     *
     * @param slope null if a table is named
     * @param knownFrom the month at whose end the table was known, {@code YYYY-MM}; null if always
     */
    record Attribute(
            String dimension,
            @Nullable Double slope,
            double slopeSd,
            String table,
            String numerator,
            String denominator,
            @Nullable String knownFrom) {
        static Attribute read(ConfigObject config) {
            config.allowing(
                    "dimension", "slope", "slope_sd", "table", "numerator", "denominator", "known_from", "reason");
            boolean given = config.has("slope");
            return new Attribute(
                    config.text("dimension"),
                    given ? config.number("slope", -100, 100) : null,
                    config.number("slope_sd", 0, 0, 100),
                    given ? "" : config.text("table"),
                    given ? "" : config.text("numerator"),
                    given ? "" : config.text("denominator"),
                    config.has("known_from") ? month(config, "known_from") : null);
        }
    }

    private static String month(ConfigObject config, String key) {
        String text = config.text(key);
        if (!Months.isMonth(text)) {
            throw config.wrong(key, text, "a month as YYYY-MM");
        }
        return text;
    }

    /**
     * Who buys a new car.
     *
     * @param dimension by which households differ in how often they buy; null if they don't
     * @param propensity by category, in any unit
     * @param monthlyRate the share of all households that buy in an average month
     */
    record Purchases(@Nullable String dimension, Map<String, Double> propensity, double monthlyRate) {
        static Purchases read(ConfigObject config) {
            config.allowing("dimension", "propensity", "monthly_rate", "reason");
            return new Purchases(
                    config.has("dimension") ? config.text("dimension") : null,
                    config.object("propensity").numbers(0, 1e9),
                    config.number("monthly_rate", 0.005, 1e-6, 1));
        }
    }
}
