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
 * <tr><td>{@code histogram}</td><td>{@code edges: [number]} that rise, {@code counts: [number]} or
 *     {@code densities: [number]}, one fewer than the edges, {@code marks: [{value, label}]} (for example the median), and
 *     {@code below}: the share of outcomes below the threshold, where it is known better than from the bins</td></tr>
 * <tr><td>{@code tornado}</td><td>{@code base: number}, {@code items: [{name, low, high, low_means, high_means}]}: the answer
 *     at the low and at the high end of what an item may be, and what these ends are; drawn by size</td></tr>
 * <tr><td>{@code reliability}</td><td>{@code points: [{forecast, observed, count}]}: forecast probability and observed
 *     frequency as fractions of 1, and the number of cases</td></tr>
 * <tr><td>{@code graph}</td><td>{@code nodes: [{id, label, role}]} ({@code outcome} is the role of what is asked about),
 *     {@code edges: [{from, to, strength, sign, lag}]} between ids; {@code sign} is 1 or -1, without it
 *     the strength's counts; {@code lag} counts {@code config.lag_unit}</td></tr>
 * <tr><td>{@code waterfall}</td><td>{@code start: {name, value}}, {@code steps: [{name, change}]} in order, of which one that
 *     has {@code subtotal: true} in place of {@code change} shows the sum so far, {@code end: {name, value}}; what the steps
 *     leave open is shown as a step of its own</td></tr>
 * </table>
 *
 * <p>{@code config} has {@code title} (states the finding), {@code alt} (the finding for who cannot see the chart;
 * made from the data if it is not given),
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
