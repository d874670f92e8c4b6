package io.futureos.studio.engines.local.compare;

import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.ScenarioComparison.AssumptionChange;
import io.futureos.studio.engine.ScenarioComparison.Flip;
import io.futureos.studio.engines.local.compare.Drivers.Driver;
import io.futureos.studio.engines.local.series.Significant;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the assumptions whose change turns a conclusion, to first order: an effect grows in proportion to how far its variable is
 * taken, and to how strong it is assumed to be.
 */
final class Assumptions {

    private static final String VALUE = "value";
    private static final String EFFECT = "effect";
    private static final double NONE = 1e-12;
    private static final MathContext THREE_DIGITS = new MathContext(3);

    private final List<AssumptionChange> changes = new ArrayList<>();

    private Assumptions() {}

    /** What would bring one scenario's answer to even odds. */
    static Flip ofAnswer(int scenario, Drivers drivers, @Nullable Double needed) {
        String goal = "To bring the answer to even odds";
        if (needed == null) {
            return unreachable(goal);
        }
        var found = new Assumptions();
        for (Driver driver : drivers.byVariable().values()) {
            found.value(scenario, driver, needed, drivers.multiplier());
            found.effect(driver, needed, drivers.multiplier() * driver.deviation());
        }
        return found.flip(goal, needed, drivers);
    }

    /**
     * What would make two scenarios equal.
     *
     * @param needed how far the second would have to move
     */
    static Flip ofOrder(int first, Drivers firsts, int second, Drivers seconds, @Nullable Double needed) {
        String goal = "To make both equal";
        if (needed == null) {
            return unreachable(goal);
        }
        var found = new Assumptions();
        var names = new TreeSet<>(seconds.byVariable().keySet());
        names.retainAll(firsts.byVariable().keySet());
        for (String name : names) {
            Driver there = Objects.requireNonNull(seconds.byVariable().get(name));
            Driver here = Objects.requireNonNull(firsts.byVariable().get(name));
            found.value(second, there, needed, seconds.multiplier());
            found.value(first, here, -needed, firsts.multiplier());
            found.effect(
                    there, needed, seconds.multiplier() * there.deviation() - firsts.multiplier() * here.deviation());
        }
        return found.flip(goal, needed, seconds);
    }

    private static Flip unreachable(String goal) {
        return new Flip(
                null,
                List.of(),
                goal + ", no move of the months to come is large enough: what is known already settles it.");
    }

    /** Another value of the variable, unless that lies outside its bounds. */
    private void value(int scenario, Driver driver, double needed, double multiplier) {
        double slope = multiplier * driver.effect();
        if (Math.abs(slope) < NONE) {
            return;
        }
        double to = driver.value() + needed / slope;
        Variable variable = driver.variable();
        Double minimum = variable == null ? null : variable.minimum();
        Double maximum = variable == null ? null : variable.maximum();
        if ((minimum != null && to < minimum) || (maximum != null && to > maximum)) {
            return;
        }
        double range = minimum != null && maximum != null && maximum > minimum ? maximum - minimum : 0;
        add(scenario, driver.name(), VALUE, driver.value(), to, range);
    }

    /** Another effect of each unit of the variable, which holds for all scenarios. */
    private void effect(Driver driver, double needed, double deviation) {
        if (Math.abs(deviation) >= NONE) {
            add(null, driver.name(), EFFECT, driver.effect(), driver.effect() + needed / deviation, 0);
        }
    }

    private void add(@Nullable Integer scenario, String variable, String kind, double from, double to, double range) {
        double whole = range > 0 ? range : Math.max(Math.abs(from), NONE);
        double size = Math.abs(to - from) / whole;
        double known = range > 0 || Math.abs(from) > NONE ? size : 1;
        changes.add(new AssumptionChange(
                scenario, variable, kind, Significant.six(from), Significant.six(to), Significant.six(known)));
    }

    private Flip flip(String goal, double needed, Drivers drivers) {
        changes.sort(Comparator.comparingDouble(AssumptionChange::size)
                .thenComparing(AssumptionChange::variable)
                .thenComparing(AssumptionChange::kind));
        String move = goal + ", every month to come would have to move by " + figure(needed) + " on its scale. ";
        return new Flip(Significant.six(needed), changes, move + smallest(drivers));
    }

    private String smallest(Drivers drivers) {
        if (drivers.byVariable().isEmpty()) {
            return "No driver is configured whose change could do that.";
        }
        if (changes.isEmpty()) {
            return "No change within the bounds of " + String.join(", ", drivers.labels()) + " does that.";
        }
        AssumptionChange change = changes.get(0);
        Driver driver = drivers.byVariable().get(change.variable());
        String label = driver == null ? change.variable() : Drivers.label(driver);
        return "The smallest change that does so, to first order, is "
                + (change.kind().equals(VALUE) ? label : "an assumed effect of " + label) + " of "
                + figure(change.to()) + " instead of " + figure(change.from()) + ".";
    }

    private static String figure(double value) {
        return value == 0
                ? "0"
                : new BigDecimal(value).round(THREE_DIGITS).stripTrailingZeros().toPlainString();
    }
}
