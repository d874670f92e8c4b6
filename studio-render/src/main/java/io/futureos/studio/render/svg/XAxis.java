package io.futureos.studio.render.svg;

import io.futureos.studio.render.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The horizontal axis of a line chart. Numbers that rise lie at their distance, anything else at equal distances; as
 * many labels are shown as do not touch.
 */
final class XAxis {

    private static final Pattern MONTH = Pattern.compile("\\d{4}-(?:0[1-9]|1[0-2])");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(?:\\.\\d{1,12})?(?:[ \u00a0]?%)?");
    private static final int[] MONTH_STEPS = {1, 2, 3, 6, 12, 24, 60, 120, 240, 600};
    private static final double GAP = 12;

    private final List<String> x;
    private final double left;
    private final double right;
    private final double[] shares;
    private final Wording wording;

    XAxis(List<String> x, double left, double right, Wording wording) {
        this.x = x;
        this.wording = wording;
        this.left = left;
        this.right = right;
        this.shares = shares(x);
    }

    /** A label and the position of its middle, moved so that it is not clipped. */
    record Label(double at, double middle, String text) {

        private double end() {
            return middle + TextWidth.of(text, Canvas.FONT) / 2;
        }

        private double start() {
            return middle - TextWidth.of(text, Canvas.FONT) / 2;
        }
    }

    double at(int index) {
        return left + (right - left) * shares[index];
    }

    /** The labels to show, none touching another, none beyond {@code canvasWidth}. */
    List<Label> labels(double canvasWidth) {
        if (!x.isEmpty() && x.stream().allMatch(text -> MONTH.matcher(text).matches())) {
            for (int step : MONTH_STEPS) {
                List<Label> labels = monthLabels(step, canvasWidth);
                if (labels.size() >= 2 && areApart(labels)) {
                    return labels;
                }
            }
        }
        for (int step = 1; step < x.size(); step++) {
            List<Label> labels = everyNth(step, canvasWidth);
            if (areApart(labels)) {
                return labels;
            }
        }
        return x.isEmpty() ? List.of() : List.of(label(0, x.get(0), canvasWidth));
    }

    /** The position of {@code text} on the axis: its own, else the first one not before it, else -1. */
    int indexOf(String text) {
        int exact = x.indexOf(text);
        if (exact >= 0 || !MONTH.matcher(text).matches()) {
            return exact;
        }
        for (int i = 0; i < x.size(); i++) {
            if (MONTH.matcher(x.get(i)).matches() && x.get(i).compareTo(text) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private List<Label> monthLabels(int step, double canvasWidth) {
        var labels = new ArrayList<Label>();
        for (int i = 0; i < x.size(); i++) {
            int year = Integer.parseInt(x.get(i).substring(0, 4));
            int month = Integer.parseInt(x.get(i).substring(5)) - 1;
            if ((year * 12 + month) % step == 0) {
                boolean namesYear = month == 0 || labels.isEmpty();
                String text = step >= 12 ? "" + year : wording.shortMonth(month + 1) + (namesYear ? " " + year : "");
                labels.add(label(i, text, canvasWidth));
            }
        }
        return labels;
    }

    private List<Label> everyNth(int step, double canvasWidth) {
        var labels = new ArrayList<Label>();
        for (int i = 0; i < x.size(); i += step) {
            labels.add(label(i, x.get(i), canvasWidth));
        }
        return labels;
    }

    private Label label(int index, String text, double canvasWidth) {
        String shown = TextWidth.fitted(text, canvasWidth * 0.4, Canvas.FONT);
        double half = TextWidth.of(shown, Canvas.FONT) / 2;
        double middle = Math.max(half, Math.min(canvasWidth - half, at(index)));
        return new Label(at(index), middle, shown);
    }

    private static boolean areApart(List<Label> labels) {
        for (int i = 1; i < labels.size(); i++) {
            if (labels.get(i - 1).end() + GAP > labels.get(i).start()) {
                return false;
            }
        }
        return true;
    }

    private static double[] shares(List<String> x) {
        double[] shares = new double[x.size()];
        boolean isRisingNumbers = x.size() > 1;
        for (int i = 0; i < shares.length && isRisingNumbers; i++) {
            isRisingNumbers = NUMBER.matcher(x.get(i)).matches();
            shares[i] = isRisingNumbers ? numberOf(x.get(i)) : 0;
            isRisingNumbers &= i == 0 || shares[i] > shares[i - 1];
        }
        double first = isRisingNumbers ? shares[0] : 0;
        double span = isRisingNumbers ? shares[shares.length - 1] - first : shares.length - 1;
        for (int i = 0; i < shares.length; i++) {
            double position = isRisingNumbers ? shares[i] - first : i;
            shares[i] = shares.length == 1 ? 0.5 : position / span;
        }
        return shares;
    }

    private static double numberOf(String text) {
        return Double.parseDouble(text.replace("%", "").replace("\u00a0", "").strip());
    }
}
