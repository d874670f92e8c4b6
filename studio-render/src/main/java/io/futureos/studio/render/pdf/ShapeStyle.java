package io.futureos.studio.render.pdf;

import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** How a shape of a chart looks: presentation attributes (SVG 1.1, 6.2), which it has from its parents as far as it has none. */
record ShapeStyle(
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

    static final ShapeStyle INITIAL = new ShapeStyle("#000000", "none", 1, 1, 1, "none", 12, false, "start");

    ShapeStyle of(Element element) {
        double opacity = number(element, "opacity", 1);
        return new ShapeStyle(
                text(element, "fill", fill),
                text(element, "stroke", stroke),
                number(element, "stroke-width", strokeWidth),
                number(element, "fill-opacity", fillOpacity) * opacity,
                number(element, "stroke-opacity", strokeOpacity) * opacity,
                text(element, "stroke-dasharray", dashes),
                number(element, "font-size", fontSize),
                text(element, "font-weight", isBold ? "bold" : "normal").equals("bold"),
                text(element, "text-anchor", anchor));
    }

    private static String text(Element element, String name, String inherited) {
        return element.hasAttribute(name) ? element.getAttribute(name) : inherited;
    }

    private static double number(Element element, String name, double inherited) {
        return element.hasAttribute(name) ? Double.parseDouble(element.getAttribute(name)) : inherited;
    }

    boolean isFilled() {
        return !fill.equals("none");
    }

    boolean isStroked() {
        return !stroke.equals("none") && strokeWidth > 0;
    }

    boolean isDashed() {
        return !dashes.equals("none");
    }

    boolean isTransparent() {
        return fillOpacity < 1 || strokeOpacity < 1;
    }

    /** Lengths of dashes and gaps in turn. */
    double[] dashLengths() {
        return SEPARATOR
                .splitAsStream(dashes.strip())
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    /** How much of a text's width lies before its x. */
    double shareBefore() {
        return switch (anchor) {
            case "middle" -> 0.5;
            case "end" -> 1;
            default -> 0;
        };
    }
}
