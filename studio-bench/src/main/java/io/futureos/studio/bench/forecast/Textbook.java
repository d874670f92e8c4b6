package io.futureos.studio.bench.forecast;

import io.futureos.studio.engines.local.series.MonthlySeries;
import io.futureos.studio.engines.local.series.Scale;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The textbook's methods as R's package forecast has them: {@code ets} and {@code auto.arima}, both on the log-odds of a
 * share, on the logarithm of what is never negative, and on the plain figures otherwise. Quantiles are taken back from the
 * scale one by one.
 */
enum Textbook {
    ETS("ETS", "ets"),
    ARIMA("ARIMA", "arima");

    private final String label;
    private final String argument;

    Textbook(String label, String argument) {
        this.label = label;
        this.argument = argument;
    }

    String label() {
        return label;
    }

    /** What the method says at each origin of the months after it. */
    Map<YearMonth, Map<YearMonth, Predictive>> forecast(Subject subject, List<YearMonth> origins, RScript script) {
        List<Scale> scales = new ArrayList<>();
        List<String> histories = new ArrayList<>();
        for (YearMonth origin : origins) {
            double[] known = subject.history().upTo(origin);
            MonthlySeries series = MonthlySeries.of(months(subject.history().first(), known.length), known);
            Scale scale = Scale.fitting(subject.variable(), series);
            scales.add(scale);
            histories.add(String.join(
                    ",",
                    Arrays.stream(scale.forward(series))
                            .mapToObj(value -> Double.isNaN(value) ? "NA" : Double.toString(value))
                            .toList()));
        }
        Map<YearMonth, Map<YearMonth, Predictive>> said = new LinkedHashMap<>();
        List<String> arguments = List.of(
                argument,
                Integer.toString(Pipeline.HORIZON),
                Integer.toString(Predictive.VALUES),
                Integer.toString(subject.history().first().getMonthValue()));
        for (String line : script.run(arguments, histories)) {
            String[] cells = line.split(",", -1);
            int number = Integer.parseInt(cells[0]) - 1;
            List<Double> values = new ArrayList<>();
            for (int i = 2; i < cells.length; i++) {
                values.add(scales.get(number).back(Double.parseDouble(cells[i])));
            }
            YearMonth origin = origins.get(number);
            said.computeIfAbsent(origin, any -> new LinkedHashMap<>())
                    .put(origin.plusMonths(Long.parseLong(cells[1])), Predictive.of(values));
        }
        return said;
    }

    private static List<String> months(YearMonth first, int count) {
        List<String> months = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            months.add(first.plusMonths(i).toString());
        }
        return months;
    }
}
