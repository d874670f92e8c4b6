package io.futureos.studio.render.svg;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** How a shape of a chart looks: presentation attributes (SVG 1.1, 6.2), which it has from its parents as far as it has none. */
public record ShapeStyle(
        String fill,
        String stroke,
        double strokeWidth,
        double fillOpacity,
        double strokeOpacity,
        String dashes,
        double fontSize,
        boolean isBold,
        String anchor) {

    private static final Pattern SEPARATOR = Pattern.compile("[ ,]+");

    public static final ShapeStyle INITIAL = new ShapeStyle("#000000", "none", 1, 1, 1, "none", 12, false, "start");

    /**
     * The style of an element in one of this style.
     *
     * @param attributes by their names; empty where the element has none
     */
    public ShapeStyle of(UnaryOperator<String> attributes) {
        double opacity = number(attributes, "opacity", 1);
        return new ShapeStyle(
                text(attributes, "fill", fill),
                text(attributes, "stroke", stroke),
                number(attributes, "stroke-width", strokeWidth),
                number(attributes, "fill-opacity", fillOpacity) * opacity,
                number(attributes, "stroke-opacity", strokeOpacity) * opacity,
                text(attributes, "stroke-dasharray", dashes),
                number(attributes, "font-size", fontSize),
                text(attributes, "font-weight", isBold ? "bold" : "normal").equals("bold"),
                text(attributes, "text-anchor", anchor));
    }

    private static String text(UnaryOperator<String> attributes, String name, String inherited) {
        String own = attributes.apply(name);
        return own.isEmpty() ? inherited : own;
    }

    private static double number(UnaryOperator<String> attributes, String name, double inherited) {
        String own = attributes.apply(name);
        return own.isEmpty() ? inherited : Double.parseDouble(own);
    }

    public boolean isFilled() {
        return !fill.equals("none");
    }

    public boolean isStroked() {
        return !stroke.equals("none") && strokeWidth > 0;
    }

    public boolean isDashed() {
        return !dashes.equals("none");
    }

    public boolean isTransparent() {
        return fillOpacity < 1 || strokeOpacity < 1;
    }

    /** Lengths of dashes and gaps in turn. */
    public double[] dashLengths() {
        return SEPARATOR
                .splitAsStream(dashes.strip())
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    /** How much of a text's width lies before its x. */
    public double shareBefore() {
        return switch (anchor) {
            case "middle" -> 0.5;
            case "end" -> 1;
            default -> 0;
        };
    }
}
