package io.futureos.studio.report;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.model.OpenValue;
import java.util.Map;

/**
 * A chart as data; each exporter draws it in its own way. All values are open values; a missing point is null.
 *
 * <table>
 * <caption>Chart types and the shape of {@code data}</caption>
 * <tr><th>type</th><th>data</th></tr>
 * <tr><td>{@code line}</td><td>{@code x: [text]}, {@code series: [{name, values: [number]}]},
 *     {@code bands: [{name, lower: [number], upper: [number]}]}, from the widest band to the narrowest;
 *     all lists are as long as {@code x}</td></tr>
 * <tr><td>{@code interval}</td><td>{@code items: [{name, low, inner_low, mid, inner_high, high}]}: a dot with a thin and a
 *     thick whisker for each item</td></tr>
 * <tr><td>{@code bar}</td><td>{@code categories: [text]}, {@code series: [{name, values: [number]}]}</td></tr>
 * </table>
 *
 * <p>{@code config} has {@code title} (states the finding), {@code alt} (the finding for who cannot see the chart),
 * {@code unit} ({@code percent}: values are fractions of 1 shown as per cent; {@code number}), and optionally
 * {@code x_label}, {@code y_label}, {@code threshold: {value, label}} (a reference line), {@code split: {x, label}} (a
 * vertical line, for example where the forecast begins), {@code min}, {@code max} (of the value axis),
 * {@code horizontal} and {@code stacked} (bars).
 */
public record Chart(String chartType, Map<String, Object> data, Map<String, Object> config) {

    public Chart {
        requireNonNull(chartType, "chartType");
        data = OpenValue.map(data);
        config = OpenValue.map(config);
    }
}
