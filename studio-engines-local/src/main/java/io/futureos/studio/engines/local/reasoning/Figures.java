package io.futureos.studio.engines.local.reasoning;

import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engines.local.series.Months;
import java.util.Locale;

/** How reasoners write figures down. */
final class Figures {

    private Figures() {}

    static String of(Variable variable, double value) {
        if (variable.unit().equals("share")) {
            return text("%.1f %%", 100 * value);
        }
        String unit = variable.unit().isBlank() || variable.unit().equals("index") ? "" : " " + variable.unit();
        return number(value) + unit;
    }

    private static String number(double value) {
        double size = Math.abs(value);
        return size >= 1000 ? text("%,.0f", value) : text(size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }

    static String probability(double probability) {
        return probability < 0.01
                ? "less than 1 %"
                : probability > 0.99 ? "more than 99 %" : text("%.0f %%", 100 * probability);
    }

    static String month(int number) {
        return Months.name(number);
    }

    /** What a question is about: "the share of electric cars" where the label does not say that it is a share. */
    static String subject(Variable variable) {
        String label = variable.label();
        boolean saysSo = label.toLowerCase(Locale.ROOT).contains("share");
        return variable.unit().equals("share") && !saysSo ? "the share of " + label : label;
    }

    /** A number without a sign for a zero that was rounded. */
    static String signed(double value) {
        return text("%+.2f", Math.abs(value) < 0.005 ? 0 : value);
    }

    static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
