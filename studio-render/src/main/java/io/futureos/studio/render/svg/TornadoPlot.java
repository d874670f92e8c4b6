package io.futureos.studio.render.svg;

import io.futureos.studio.render.chart.Numbers;
import io.futureos.studio.render.chart.TornadoChart;
import io.futureos.studio.render.chart.TornadoChart.Item;
import io.futureos.studio.render.svg.Canvas.Anchor;
import io.futureos.studio.render.wording.ChartTerm;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A bar for each item from the answer at one end to the answer at the other, the longest on top. */
final class TornadoPlot {

    private static final int MAX_ROWS = 40;
    private static final double BAR = 18;
    private static final double LINE = 14;

    /** What keeps the names of two rows apart. */
    private static final double BETWEEN = 14;

    /** From a bar to the text at its end, whose halo must not bite into the bar. */
    private static final double ASIDE = 9;

    private static final double ROOMY = 500;

    private final TornadoChart chart;
    private final Canvas canvas;
    private final List<Item> items;
    private final Numbers numbers;
    private final boolean isNarrow;

    TornadoPlot(TornadoChart chart, Canvas canvas) {
        this.chart = chart;
        this.canvas = canvas;
        this.items = chart.items().subList(0, Math.min(MAX_ROWS, chart.items().size()));
        this.numbers = chart.numbers();
        this.isNarrow = canvas.width() < ROOMY;
    }

    /** One end of an item: the answer there, and what is written beside it. */
    private record End(boolean isLow, double value, String text) {}

    void draw() {
        double key = drawKey();
        double nameWidth = isNarrow ? canvas.width() / 1.08 : widest(item -> Optional.of(item.name()), 0.34);
        double names = longestName(nameWidth) * LINE;
        double row = isNarrow ? 46 + names : Math.max(30, names + BETWEEN);
        double left = isNarrow ? 4 : nameWidth + 12 + widest(item -> left(item).map(End::text), 0.2) + ASIDE;
        double right =
                canvas.width() - (isNarrow ? 4 : widest(item -> right(item).map(End::text), 0.2) + ASIDE);
        Scale x = Scale.over(chart.values(), chart.labels(), false, left, right, isNarrow ? 3 : 5);
        Flags flags = flags(x);
        double flagged = key + flags.place();
        double top = flagged + 2;
        double bottom = top + row * items.size() + 6;

        Axes.valuesBelow(canvas, x, top, bottom, valueName());
        for (int i = 0; i < items.size(); i++) {
            drawBar(items.get(i), x, middle(top, row, i));
        }
        flags.draw(flagged, bottom);
        for (int i = 0; i < items.size(); i++) {
            label(items.get(i), x, middle(top, row, i), nameWidth);
        }
        double end = bottom + 24 + (valueName().isEmpty() ? 0 : 18);
        canvas.height(
                end + LeftOut.draw(canvas, end, items.size(), chart.items().size(), chart.wording()));
    }

    private double middle(double top, double row, int index) {
        return top + 4 + row * index + (isNarrow ? row - 32 : row / 2);
    }

    private double drawKey() {
        return KeyRow.draw(
                canvas,
                14,
                List.of(
                        new KeyRow.Entry(
                                chart.wording().say(ChartTerm.AT_LOW_END), (x, y) -> bar(x, x + 13, y - 6, 13, true)),
                        new KeyRow.Entry(
                                chart.wording().say(ChartTerm.AT_HIGH_END),
                                (x, y) -> bar(x, x + 13, y - 6, 13, false))));
    }

    /** The low end is lighter, which is seen in grey too. */
    private void bar(double from, double to, double y, double height, boolean isLow) {
        canvas.bar(from, y, to - from, height, canvas.series(isLow ? 1 : 0), isLow ? 0.5 : 1);
    }

    private Flags flags(Scale x) {
        var flags = new Flags(canvas);
        if (!Double.isNaN(chart.base())) {
            String label = chart.wording().say(ChartTerm.AS_EXPECTED) + " " + numbers.text(chart.base());
            flags.add(x.at(chart.base()), label, canvas.ink(), "");
        }
        chart.labels()
                .threshold()
                .ifPresent(given -> flags.add(x.at(given.value()), given.label(), canvas.accent(), "5 4"));
        return flags;
    }

    /** The answer's axis, whichever of the two the chart calls it. */
    private String valueName() {
        return chart.labels().xLabel().isEmpty()
                ? chart.labels().yLabel()
                : chart.labels().xLabel();
    }

    /** How many lines the longest name takes. */
    private int longestName(double width) {
        return items.stream()
                .mapToInt(item -> nameLines(item, width).size())
                .max()
                .orElse(1);
    }

    private static List<String> nameLines(Item item, double width) {
        return TextWidth.lines(item.name(), width, Canvas.FONT, 3);
    }

    private double widest(Function<Item, Optional<String>> text, double share) {
        double widest = items.stream()
                .flatMap(item -> text.apply(item).stream())
                .mapToDouble(one -> TextWidth.of(one, Canvas.FONT))
                .max()
                .orElse(0);
        return Math.min(canvas.width() * share, widest);
    }

    private Stream<End> ends(Item item) {
        return Stream.of(
                        new End(true, item.low(), text(item.low(), item.lowMeans())),
                        new End(false, item.high(), text(item.high(), item.highMeans())))
                .filter(end -> !Double.isNaN(end.value()));
    }

    private String text(double value, String means) {
        return means.isEmpty() ? numbers.text(value) : numbers.text(value) + " (" + means + ")";
    }

    private boolean isLeft(Item item, End end) {
        double other = end.isLow() ? item.high() : item.low();
        double from = Double.isNaN(other) ? chart.base() : other;
        return end.value() < from || (end.value() == from && end.isLow());
    }

    private Optional<End> left(Item item) {
        return ends(item).filter(end -> isLeft(item, end)).findFirst();
    }

    private Optional<End> right(Item item) {
        return ends(item).filter(end -> !isLeft(item, end)).findFirst();
    }

    /** Where the bar's two parts meet: at the base if that lies between the ends, else at the end nearest to it. */
    private double meeting(Item item) {
        double low = left(item).or(() -> right(item)).map(End::value).orElse(chart.base());
        double high = right(item).or(() -> left(item)).map(End::value).orElse(chart.base());
        double base = Double.isNaN(chart.base()) ? low / 2 + high / 2 : chart.base();
        return low == high ? base : Math.max(low, Math.min(high, base));
    }

    private void drawBar(Item item, Scale x, double middle) {
        ends(item).forEach(end -> {
            double from = x.at(Math.min(end.value(), meeting(item)));
            double to = x.at(Math.max(end.value(), meeting(item)));
            bar(from, Math.max(to, from + 1), middle - BAR / 2, BAR, end.isLow());
        });
    }

    private void label(Item item, Scale x, double middle, double nameWidth) {
        if (isNarrow) {
            List<String> above = nameLines(item, nameWidth);
            for (int i = 0; i < above.size(); i++) {
                double baseline = middle - LINE * (above.size() - i);
                canvas.textOnLines(0, baseline, above.get(i), Anchor.START, canvas.ink(), true);
            }
            double half = canvas.width() / 2.0 - 6;
            left(item)
                    .ifPresent(end -> canvas.textOnLines(
                            0,
                            middle + 22,
                            TextWidth.fitted(end.text(), half, Canvas.FONT),
                            Anchor.START,
                            canvas.muted(),
                            false));
            right(item)
                    .ifPresent(end -> canvas.textOnLines(
                            canvas.width(),
                            middle + 22,
                            TextWidth.fitted(end.text(), half, Canvas.FONT),
                            Anchor.END,
                            canvas.muted(),
                            false));
            return;
        }
        List<String> lines = nameLines(item, nameWidth);
        for (int i = 0; i < lines.size(); i++) {
            double baseline = middle + 4 + (i - (lines.size() - 1) / 2.0) * LINE;
            canvas.text(nameWidth, baseline, lines.get(i), Anchor.END, canvas.ink(), false);
        }
        double room = canvas.width() * 0.2;
        left(item)
                .ifPresent(end -> canvas.textOnLines(
                        x.at(Math.min(end.value(), meeting(item))) - ASIDE,
                        middle + 4,
                        TextWidth.fitted(end.text(), room, Canvas.FONT),
                        Anchor.END,
                        canvas.ink(),
                        false));
        right(item)
                .ifPresent(end -> canvas.textOnLines(
                        x.at(Math.max(end.value(), meeting(item))) + ASIDE,
                        middle + 4,
                        TextWidth.fitted(end.text(), room, Canvas.FONT),
                        Anchor.START,
                        canvas.ink(),
                        false));
    }
}
