package io.futureos.studio.examples.quickstart;

import io.futureos.studio.engine.EnsembleAggregator.Forecast;
import io.futureos.studio.engine.EnsembleAggregator.Quantiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The result in a few lines. */
final class Headline {

    private final Forecasts forecasts;
    private final boolean share;

    Headline(Forecasts forecasts) {
        this.forecasts = forecasts;
        this.share = forecasts.target().unit().equals("share");
    }

    List<String> lines() {
        int width = forecasts.scenarios().stream()
                .mapToInt(scenario -> scenario.name().length())
                .max()
                .orElse(0);
        var lines = new ArrayList<String>();
        lines.add(forecasts.task().question());
        lines.add(text(
                "Chance of \"%s %s\", and what to expect for %s with its 90 %% interval:",
                forecasts.task().comparison().sign(), shown(forecasts.task().threshold()), period()));
        forecasts.scenarios().forEach(scenario -> lines.add(line(width, scenario.name(), scenario.forecast())));
        return lines;
    }

    private String line(int width, String name, Forecast forecast) {
        Quantiles whole = forecast.whole();
        return text(
                "  %-" + width + "s  %5s   %s (%s to %s)",
                name,
                chance(forecast.eventProbability()),
                shown(whole.q50()),
                shown(whole.q05()),
                shown(whole.q95()));
    }

    private String period() {
        String from = forecasts.task().from();
        String to = forecasts.task().to();
        boolean wholeYear = from.endsWith("-01") && to.equals(from.substring(0, 4) + "-12");
        if (wholeYear) {
            return from.substring(0, 4);
        }
        return from.equals(to) ? from : from + " to " + to;
    }

    private static String chance(double probability) {
        if (probability < 0.01) {
            return "< 1 %";
        }
        return probability > 0.99 ? "> 99 %" : text("%.0f %%", 100 * probability);
    }

    private String shown(double value) {
        if (share) {
            return text("%.1f %%", 100 * value);
        }
        return Math.abs(value) < 100 ? text("%.2f", value) : text("%,.0f", value);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
