package io.futureos.studio.render;

import io.futureos.studio.report.Chart;
import io.futureos.studio.report.ReportAppendix;
import io.futureos.studio.report.ReportContent;
import io.futureos.studio.report.ReportSection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report of realistic size; its figures are made up, in the shape and range of the real ones. */
final class NorwayReport {

    private static final int HISTORY = 96;
    private static final int HORIZON = 12;

    private NorwayReport() {}

    static ReportContent content() {
        return new ReportContent(
                "Norway goes electric: the battery-electric share of new cars in 2025",
                List.of(
                        headline(),
                        forecast(),
                        scenarios(),
                        population(),
                        method(),
                        calibration(),
                        drivers(),
                        reading()),
                appendix());
    }

    private static ReportSection headline() {
        return new ReportSection(
                "The answer",
                "headline",
                "<p><strong>Probably not, but it is close: the probability that battery-electric cars make up more than "
                        + "95&nbsp;% of Norway's new passenger cars in 2025 is 41&nbsp;%.</strong></p>"
                        + "<p>The question, asked from the end of December 2024: <em>Will battery-electric cars be more than "
                        + "95&nbsp;% of the new passenger cars registered in Norway in 2025?</em></p>"
                        + "<table><thead><tr><th>2025 as a whole</th><th>5&nbsp;%</th><th>25&nbsp;%</th><th>Median</th>"
                        + "<th>75&nbsp;%</th><th>95&nbsp;%</th></tr></thead><tbody><tr><td>Share of new cars</td>"
                        + "<td>91.8&nbsp;%</td><td>93.6&nbsp;%</td><td>94.6&nbsp;%</td><td>95.5&nbsp;%</td><td>96.7&nbsp;%</td>"
                        + "</tr></tbody></table>"
                        + "<p>In 2024 the share was 88.9&nbsp;%, after 82.4&nbsp;% in 2023. Nine of the last ten yearly "
                        + "steps were upwards; what is left is a market of diesel vans registered as passenger cars, "
                        + "plug-in hybrids for the far north, and rental fleets.</p>",
                List.of());
    }

    private static ReportSection forecast() {
        var months = new ArrayList<String>();
        var observed = new ArrayList<@Nullable Double>();
        var median = new ArrayList<@Nullable Double>();
        var bounds = new ArrayList<List<@Nullable Double>>();
        for (int band = 0; band < 4; band++) {
            bounds.add(new ArrayList<>());
        }
        double[] offsets = {-0.055, -0.022, 0.017, 0.034};
        for (int i = 0; i < HISTORY + HORIZON; i++) {
            months.add(String.format(Locale.ROOT, "%04d-%02d", 2017 + i / 12, i % 12 + 1));
            double trend = 1 / (1 + StrictMath.exp(-(i - 42) / 19.0));
            double value = Math.min(0.985, trend + 0.05 * StrictMath.sin(i * 2.1) * (1 - trend) * 2);
            boolean isPast = i < HISTORY;
            observed.add(isPast ? value : null);
            median.add(isPast ? null : value);
            double widening = StrictMath.sqrt((i - HISTORY + 2) / 6.0);
            for (int band = 0; band < 4; band++) {
                bounds.get(band).add(isPast ? null : Math.min(0.995, value + offsets[band] * widening));
            }
        }
        var data = open(
                "x", months,
                "series",
                        List.of(
                                open("name", "Observed", "values", observed),
                                open("name", "Median forecast", "values", median)),
                "bands",
                        List.of(
                                open("name", "90 % interval", "lower", bounds.get(0), "upper", bounds.get(3)),
                                open("name", "50 % interval", "lower", bounds.get(1), "upper", bounds.get(2))));
        var config = open(
                "title", "The share keeps rising and meets 95 % in the course of 2025",
                "alt",
                        "Monthly share from 2017 to 2024, rising from 18 % to 94 %, and the forecast for 2025 with a fan around 95 %.",
                "unit", "percent",
                "x_label", "Month",
                "y_label", "Battery-electric share of new passenger cars",
                "threshold", open("value", 0.95, "label", "95 % (the question)"),
                "split", open("x", "2025-01", "label", "Forecast"));
        return new ReportSection(
                "History and forecast",
                "forecast",
                "<p>The monthly share has followed an S-curve with two visible bends: the semiconductor shortage of 2021 and "
                        + "the weight tax of 2023. The pooled forecast continues the curve and widens with the horizon.</p>"
                        + "<ul><li>January is the weakest month of a year: buyers bring purchases forward to December.</li>"
                        + "<li>The interval is wider below than above, since the share cannot pass 100&nbsp;%.</li></ul>",
                List.of(new Chart("line", data, config)));
    }

    private static ReportSection scenarios() {
        var items = List.of(
                open(
                        "name",
                        "As things stand",
                        "low",
                        0.918,
                        "inner_low",
                        0.936,
                        "mid",
                        0.946,
                        "inner_high",
                        0.955,
                        "high",
                        0.967),
                open(
                        "name",
                        "The VAT exemption ends",
                        "low",
                        0.861,
                        "inner_low",
                        0.892,
                        "mid",
                        0.911,
                        "inner_high",
                        0.928,
                        "high",
                        0.951),
                open(
                        "name",
                        "Charging stays behind",
                        "low",
                        0.894,
                        "inner_low",
                        0.918,
                        "mid",
                        0.932,
                        "inner_high",
                        0.943,
                        "high",
                        0.959));
        var config = open(
                "title", "Ending the VAT exemption would cost 3.5 percentage points",
                "alt",
                        "Intervals of the three scenarios for 2025: as things stand 94.6 %, VAT exemption ends 91.1 %, charging stays behind 93.2 %.",
                "unit", "percent",
                "x_label", "Battery-electric share of new passenger cars in 2025",
                "threshold", open("value", 0.95, "label", "95 %"));
        return new ReportSection(
                "Scenarios",
                "scenarios",
                "<p>Each scenario was simulated with 200 replicates of 20,000 households, and pooled with the statistical "
                        + "members.</p><table><thead><tr><th>Scenario</th><th>What differs</th><th>Probability of yes</th></tr></thead>"
                        + "<tbody><tr><td>As things stand</td><td>Taxes, rules and charging develop as they did in 2024</td><td>41&nbsp;%</td></tr>"
                        + "<tr><td>The VAT exemption ends</td><td>Electric cars pay full VAT from January 2025</td><td>6&nbsp;%</td></tr>"
                        + "<tr><td>Charging stays behind</td><td>Public charging grows more slowly than the fleet</td><td>17&nbsp;%</td></tr></tbody></table>",
                List.of(new Chart("interval", open("items", items), config)));
    }

    private static ReportSection population() {
        var ages = List.of("Under 25", "25–34", "35–44", "45–54", "55–66", "67–79", "80+");
        var cars = open(
                "categories",
                ages,
                "series",
                List.of(
                        open("name", "No car", "values", List.of(0.62, 0.34, 0.19, 0.16, 0.17, 0.26, 0.58)),
                        open("name", "One car", "values", List.of(0.31, 0.45, 0.43, 0.42, 0.52, 0.62, 0.39)),
                        open("name", "Two or more", "values", List.of(0.07, 0.21, 0.38, 0.42, 0.31, 0.12, 0.03))));
        var archetypes = open(
                "categories",
                        List.of(
                                "Urban renters without a car",
                                "Young families with one car",
                                "Commuters with two cars in the suburbs",
                                "Established couples",
                                "Pensioners in small towns",
                                "Rural households with two or more cars"),
                "series", List.of(open("name", "Households", "values", List.of(4210, 3875, 3542, 3301, 2904, 2168))));
        return new ReportSection(
                "Population",
                "population",
                "<p>The synthetic population has 20,000 households, fitted to age by cars (census 2011) and to income deciles "
                        + "by iterative proportional fitting. The largest deviation from a margin is 0.4&nbsp;percentage points.</p>",
                List.of(
                        new Chart(
                                "bar",
                                cars,
                                open(
                                        "title",
                                        "Households in mid-life have most of the cars",
                                        "alt",
                                        "Share of households with no, one, two or more cars by age.",
                                        "unit",
                                        "percent",
                                        "stacked",
                                        true,
                                        "x_label",
                                        "Age of the oldest person",
                                        "y_label",
                                        "Share of households")),
                        new Chart(
                                "bar",
                                archetypes,
                                open(
                                        "title",
                                        "Six archetypes cover the population",
                                        "alt",
                                        "Households by archetype, from 4,210 down to 2,168.",
                                        "unit",
                                        "number",
                                        "horizontal",
                                        true))));
    }

    private static ReportSection method() {
        var weights = open(
                "categories", List.of("Simulation", "Seasonal logistic trend", "Seasonal naive"),
                "series", List.of(open("name", "Weight", "values", List.of(0.46, 0.48, 0.06))));
        var errors = open(
                "categories", List.of("1 month", "3 months", "6 months", "12 months"),
                "series",
                        List.of(
                                open("name", "Simulation", "values", List.of(0.021, 0.024, 0.031, 0.045)),
                                open("name", "Seasonal logistic trend", "values", List.of(0.019, 0.023, 0.03, 0.047)),
                                open("name", "Seasonal naive", "values", List.of(0.061, 0.068, 0.081, 0.096))));
        return new ReportSection(
                "Method and weights",
                "method",
                "<p>Three members are pooled by a linear opinion pool. Their weights come from a rolling backtest with 24 "
                        + "origins, each of which knew only what came before it<sup>1</sup>.</p>"
                        + "<blockquote>A member earns its weight; nobody assigns it.</blockquote>"
                        + "<p><sup>1</sup> Weights are softmax over the mean score, as in <code>EnsembleAggregator</code>; see "
                        + "<a href=\"https://example.org/crps\">the definition of the score</a>.</p>",
                List.of(
                        new Chart(
                                "bar",
                                weights,
                                open(
                                        "title",
                                        "Simulation and trend share the weight",
                                        "alt",
                                        "Weights: simulation 46 %, trend 48 %, naive 6 %.",
                                        "unit",
                                        "percent")),
                        new Chart(
                                "bar",
                                errors,
                                open(
                                        "title",
                                        "The errors grow with the horizon, the naive member's most",
                                        "alt",
                                        "Mean score by horizon for three members.",
                                        "unit",
                                        "number",
                                        "y_label",
                                        "CRPS",
                                        "x_label",
                                        "Horizon"))));
    }

    private static ReportSection calibration() {
        var data = open(
                "x", List.of("0.05", "0.15", "0.25", "0.35", "0.45", "0.55", "0.65", "0.75", "0.85", "0.95"),
                "series",
                        List.of(
                                open(
                                        "name",
                                        "This forecast",
                                        "values",
                                        Arrays.asList(0.04, 0.11, 0.27, 0.38, 0.41, 0.58, 0.69, 0.73, 0.89, 0.97)),
                                open(
                                        "name",
                                        "Perfect",
                                        "values",
                                        List.of(0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95))));
        return new ReportSection(
                "Calibration",
                "calibration",
                "<p>When such forecasts said 70&nbsp;%, it happened in about 70&nbsp;% of the cases.</p>",
                List.of(new Chart(
                        "line",
                        data,
                        open(
                                "title",
                                "Stated probabilities came true as often as they should",
                                "alt",
                                "Reliability curve close to the diagonal.",
                                "unit",
                                "percent",
                                "x_label",
                                "Forecast probability",
                                "y_label",
                                "Observed frequency"))));
    }

    private static ReportSection drivers() {
        var rows = new StringBuilder(
                "<table><thead><tr><th>Month</th><th>New cars</th><th>Battery-electric</th><th>Share</th><th>Note</th></tr></thead><tbody>");
        for (int i = 0; i < 72; i++) {
            int cars = 9000 + (i * 7919) % 6000;
            double share = 0.4 + i * 0.0075;
            rows.append(String.format(
                    Locale.ROOT,
                    "<tr><td>%d-%02d</td><td>%,d</td><td>%,d</td><td>%.1f&nbsp;%%</td><td>%s</td></tr>",
                    2019 + i / 12,
                    i % 12 + 1,
                    cars,
                    Math.round(cars * share),
                    share * 100,
                    i % 12 == 11 ? "Purchases brought forward before the tax change" : ""));
        }
        return new ReportSection(
                "The figures by month",
                "data",
                "<p>All figures of the last six years.</p>" + rows + "</tbody></table>",
                List.of());
    }

    private static ReportSection reading() {
        return new ReportSection(
                "How to read this report",
                "reading",
                "<h3>Intervals</h3><p>A 90&nbsp;% interval is made so that the outcome falls into it nine times out of ten.</p>"
                        + "<h3>Probabilities</h3><p>"
                        + "A probability of 41 % does not say that the answer is no; of ten such questions, about four come out yes. "
                                .repeat(6)
                        + "</p>"
                        + "<ol><li>Read the headline.</li><li>Look at the scenario that you consider likely.</li><li>Check the caveats.</li></ol>",
                List.of(new Chart(
                        "sunburst",
                        open("variables", List.of("VAT", "Charging"), "effect", List.of(-0.035, -0.014)),
                        open("title", "What moves the answer", "alt", "VAT moves it most."))));
    }

    private static ReportAppendix appendix() {
        var metrics = open(
                "forecasts",
                288,
                "horizon",
                12,
                "crps",
                0.0187,
                "crps_seasonal_naive",
                0.0613,
                "mase",
                0.412,
                "brier",
                0.083,
                "log_score",
                -0.271,
                "coverage50",
                0.521,
                "coverage80",
                0.809,
                "coverage90",
                0.917,
                "sharpness90",
                0.0921,
                "reliability",
                List.of(
                        open("forecast", 0.1, "observed", 0.08, "count", 61),
                        open("forecast", 0.5, "observed", 0.47, "count", 33),
                        open("forecast", 0.9, "observed", 0.93, "count", 78)));
        return new ReportAppendix(
                "<p>Each month the households that buy a new car choose between electric and other drives by a logit with terms for "
                        + "income, neighbours, the trend of prices and range, and shocks.</p><ul><li>Margins are fitted by iterative "
                        + "proportional fitting (Deming and Stephan, 1940).</li><li>Weights come from the backtest.</li></ul>",
                List.of(
                        "OFV (Opplysningsrådet for veitrafikken), monthly press figures, as collected by Open EV Charts",
                        "Statistics Norway, Population and Housing Census 2011, table 14",
                        "Statistics Norway, article \"Dei rikaste kjøpte 4 av 10 elbilar\""),
                metrics,
                List.of(
                        "Household ages and cars are those of the 2011 census; "
                                + "the distribution has moved since, and more in the cities than elsewhere. ".repeat(4),
                        "The effects of the VAT exemption and of charging are assumptions of the analyst, not estimates.",
                        "The engines for graph-of-thoughts reasoning, tree search and debate were not wired and took no part.",
                        "Imports in the last days of a month are registered irregularly, which moves a month by up to two percentage points."));
    }

    /** An ordered open object of alternating names and values. */
    static Map<String, Object> open(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
