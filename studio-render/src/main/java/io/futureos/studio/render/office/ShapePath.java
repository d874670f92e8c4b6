package io.futureos.studio.render.office;

import io.futureos.studio.render.svg.PathData;
import java.util.ArrayList;
import java.util.List;

/** A path and how far it reaches. */
final class ShapePath implements PathData.Pen {

    /** So many points of a curve tell how far it reaches. */
    private static final int STEPS = 24;

    private final List<Step> steps = new ArrayList<>();
    private double left = Double.POSITIVE_INFINITY;
    private double top = Double.POSITIVE_INFINITY;
    private double right = Double.NEGATIVE_INFINITY;
    private double bottom = Double.NEGATIVE_INFINITY;
    private double x;
    private double y;

    /**
     * One command.
     *
     * @param element of DrawingML
     * @param points x and y in turn
     */
    record Step(String element, List<Double> points) {}

    static ShapePath of(String data) {
        var path = new ShapePath();
        PathData.draw(data, path);
        return path;
    }

    List<Step> steps() {
        return steps;
    }

    double left() {
        return left;
    }

    double top() {
        return top;
    }

    double right() {
        return right;
    }

    double bottom() {
        return bottom;
    }

    @Override
    public void move(double toX, double toY) {
        steps.add(new Step("a:moveTo", List.of(toX, toY)));
        reach(toX, toY);
    }

    @Override
    public void line(double toX, double toY) {
        steps.add(new Step("a:lnTo", List.of(toX, toY)));
        reach(toX, toY);
    }

    @Override
    public void curve(double x1, double y1, double x2, double y2, double toX, double toY) {
        steps.add(new Step("a:cubicBezTo", List.of(x1, y1, x2, y2, toX, toY)));
        double fromX = x;
        double fromY = y;
        for (int i = 1; i <= STEPS; i++) {
            double t = i / (double) STEPS;
            reach(between(fromX, x1, x2, toX, t), between(fromY, y1, y2, toY, t));
        }
    }

    private static double between(double from, double first, double second, double to, double t) {
        double rest = 1 - t;
        return rest * rest * rest * from + 3 * rest * rest * t * first + 3 * rest * t * t * second + t * t * t * to;
    }

    @Override
    public void close() {
        steps.add(new Step("a:close", List.of()));
    }

    private void reach(double toX, double toY) {
        x = toX;
        y = toY;
        left = Math.min(left, x);
        top = Math.min(top, y);
        right = Math.max(right, x);
        bottom = Math.max(bottom, y);
    }
}
