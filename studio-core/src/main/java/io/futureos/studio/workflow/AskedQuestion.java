package io.futureos.studio.workflow;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.model.Output;
import java.util.Map;

/**
 * What a question asks, as far as rules need to know it; neither its wording nor what a forecast may know belongs to it.
 *
 * @param comparison {@code above}, {@code at_least}, {@code below} or {@code at_most}
 * @param from the first month of the period, {@code YYYY-MM}
 * @param to the last month of the period, {@code YYYY-MM}
 * @param occasion {@code over_period} or {@code any_month}
 */
public record AskedQuestion(
        String variable, String comparison, double threshold, String from, String to, String occasion) {

    /** Reads what a job understood, whose summary is the question itself. */
    public static AskedQuestion of(Output understood) {
        Map<String, Object> task = understood.summary();
        return new AskedQuestion(
                text(task, "target_variable"),
                text(task, "comparison"),
                ((Number) requireNonNull(task.get("threshold"), "threshold")).doubleValue(),
                text(task, "from"),
                text(task, "to"),
                text(task, "occasion"));
    }

    private static String text(Map<String, Object> task, String field) {
        return (String) requireNonNull(task.get(field), field);
    }

    /** The same for questions that mean the same. */
    public Fingerprint fingerprint() {
        return CanonicalJson.fingerprint(Map.of(
                "variable", variable,
                "comparison", comparison,
                "threshold", threshold,
                "from", from,
                "to", to,
                "occasion", occasion));
    }

    /** Whether one month that meets the threshold is enough. */
    public boolean isAboutAnyMonth() {
        return occasion.equals("any_month");
    }

    /** Whether the answer is yes if the question's value comes to this. */
    public boolean holds(double value) {
        return switch (comparison) {
            case "above" -> value > threshold;
            case "at_least" -> value >= threshold;
            case "below" -> value < threshold;
            case "at_most" -> value <= threshold;
            default -> throw new IllegalStateException("A question compares in an unknown way: " + comparison);
        };
    }
}
