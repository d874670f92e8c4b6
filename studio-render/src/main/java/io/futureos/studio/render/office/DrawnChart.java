package io.futureos.studio.render.office;

import io.futureos.studio.render.chart.ChartModel;
import io.futureos.studio.render.look.Palette;
import io.futureos.studio.render.office.ShapeSyntax.Alignment;
import io.futureos.studio.render.office.ShapeSyntax.Label;
import io.futureos.studio.render.page.Children;
import io.futureos.studio.render.svg.ChartSvg;
import io.futureos.studio.render.svg.ShapeStyle;
import io.futureos.studio.render.svg.TextWidth;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * A chart of a type that Office does not have, as a group of shapes: bars, lines and texts, each of which can be moved, painted
 * and written anew. It is the drawing that pages have, in DrawingML (ECMA-376 part 1, 20.1).
 */
public final class DrawnChart {

    /** More characters of SVG are more shapes than a program likes to show, or a reader to see. */
    private static final int MOST = 400_000;

    /** The width of a page's text, in CSS pixels. */
    private static final int PAGE = 627;

    /** Of text in a drawing, in CSS pixels. */
    private static final double FONT = 12;

    private static final int SMALLEST = 5;

    /** Of Arial, in its size: how high letters rise above the baseline, and how high a line is. */
    private static final double ASCENT = 0.905;

    private static final double LINE = 1.15;

    /** Programs without Arial take a font that may be wider. */
    private static final double SLACK = 1.25;

    private static final double BOLD = 1.08;

    private final Element svg;
    private final double scale;
    private final String language;

    private DrawnChart(Element svg, double scale, String language) {
        this.svg = svg;
        this.scale = scale;
        this.language = language;
    }

    /** Whether there is something to draw, and not too much. */
    static boolean canDraw(ChartModel chart, Palette palette) {
        return ChartSvg.draw(chart, palette, "chart", PAGE)
                .filter(svg -> svg.length() <= MOST)
                .isPresent();
    }

    /** The chart in the width of a frame, with text as large as the height allows but no larger than the frame has it. */
    static DrawnChart of(ChartModel chart, Palette palette, Frame frame) {
        for (int points = frame.fontSize(); points > SMALLEST; points--) {
            DrawnChart drawn = of(chart, palette, frame.width(), points / FONT);
            if (drawn.height() <= frame.height()) {
                return drawn;
            }
        }
        DrawnChart high = of(chart, palette, frame.width(), SMALLEST / FONT);
        double shrunk = high.scale * Math.min(1, frame.height() / high.height());
        return new DrawnChart(high.svg, shrunk, high.language);
    }

    private static DrawnChart of(ChartModel chart, Palette palette, double width, double scale) {
        String svg = ChartSvg.draw(chart, palette, "chart", (int) (width / scale))
                .orElseThrow(() -> new IllegalArgumentException("There is nothing to draw in " + chart));
        Element root = Jsoup.parse(svg, "", Parser.xmlParser()).expectFirst("svg");
        return new DrawnChart(
                root, scale, OfficeLanguage.of(chart.wording().language()).tag());
    }

    /** In points, as {@link #height()}. */
    public double width() {
        return number(svg, "width") * scale;
    }

    public double height() {
        return number(svg, "height") * scale;
    }

    /** Writes how the group that the shapes are in lies in its surroundings, in English Metric Units. */
    public void placeGroup(Xml xml, long left, long top) {
        long width = units(number(svg, "width"));
        long height = units(number(svg, "height"));
        xml.open("a:xfrm").empty("a:off", "x", left, "y", top).empty("a:ext", "cx", width, "cy", height);
        xml.empty("a:chOff", "x", 0, "y", 0)
                .empty("a:chExt", "cx", width, "cy", height)
                .close("a:xfrm");
    }

    /** Writes the shapes of the group, what is behind first. */
    public void writeShapes(Xml xml, ShapeSyntax syntax) {
        ShapeStyle inherited = ShapeStyle.INITIAL.of(svg::attr);
        for (Element element : Children.elements(svg)) {
            write(element, inherited.of(element::attr), xml, syntax);
        }
    }

    private void write(Element element, ShapeStyle style, Xml xml, ShapeSyntax syntax) {
        switch (element.tagName()) {
            case "title", "desc" -> {
                // the group says it
            }
            case "rect" -> shape("Bar", syntax, () -> rectangle(element, style, xml));
            case "circle" -> shape("Dot", syntax, () -> circle(element, style, xml));
            case "line" -> shape("Line", syntax, () -> line(element, style, xml));
            case "path" -> shape("Path", syntax, () -> path(element, style, xml));
            case "text" -> {
                if (style.isStroked()) {
                    shape("Ground", syntax, () -> ground(element, style, xml));
                } else {
                    text(element, style, xml, syntax);
                }
            }
            default -> throw new IllegalArgumentException("Charts have no <" + element.tagName() + ">");
        }
    }

    private static void shape(String name, ShapeSyntax syntax, Runnable form) {
        syntax.write(name, form, Optional.empty());
    }

    private void rectangle(Element element, ShapeStyle style, Xml xml) {
        double x = number(element, "x");
        double y = number(element, "y");
        place(x, y, x + number(element, "width"), y + number(element, "height"), false, xml);
        form("rect", xml);
        paint(style, xml);
    }

    private void circle(Element element, ShapeStyle style, Xml xml) {
        double x = number(element, "cx");
        double y = number(element, "cy");
        double r = number(element, "r");
        place(x - r, y - r, x + r, y + r, false, xml);
        form("ellipse", xml);
        paint(style, xml);
    }

    private void line(Element element, ShapeStyle style, Xml xml) {
        double x1 = number(element, "x1");
        double y1 = number(element, "y1");
        double x2 = number(element, "x2");
        double y2 = number(element, "y2");
        boolean rises = (x2 - x1) * (y2 - y1) < 0;
        place(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2), rises, xml);
        form("line", xml);
        stroke(style, xml);
    }

    /** The points of a path count from the corner of its frame, in the frame's units. */
    private void path(Element element, ShapeStyle style, Xml xml) {
        ShapePath path = ShapePath.of(element.attr("d"));
        place(path.left(), path.top(), path.right(), path.bottom(), false, xml);
        long left = units(path.left());
        long top = units(path.top());
        xml.open("a:custGeom")
                .empty("a:avLst")
                .empty("a:gdLst")
                .empty("a:ahLst")
                .empty("a:cxnLst");
        xml.empty("a:rect", "l", "0", "t", "0", "r", "r", "b", "b").open("a:pathLst");
        xml.open(
                "a:path",
                "w",
                units(path.right()) - left,
                "h",
                units(path.bottom()) - top,
                "fill",
                style.isFilled() ? "norm" : "none");
        for (ShapePath.Step step : path.steps()) {
            xml.open(step.element());
            for (int i = 0; i < step.points().size(); i += 2) {
                long x = units(step.points().get(i)) - left;
                long y = units(step.points().get(i + 1)) - top;
                xml.empty("a:pt", "x", x, "y", y);
            }
            xml.close(step.element());
        }
        xml.close("a:path").close("a:pathLst").close("a:custGeom");
        paint(style, xml);
    }

    /** A halo would be a second text, so that what is written over lines stands on a bit of ground. */
    private void ground(Element element, ShapeStyle style, Xml xml) {
        double margin = style.strokeWidth() / 2;
        double width = width(element, style);
        double left = number(element, "x") - width * style.shareBefore();
        double baseline = number(element, "y");
        double top = baseline - 0.75 * style.fontSize() - margin;
        double from = Math.max(0, left - margin);
        double to = Math.min(number(svg, "width"), left + width + margin);
        place(from, Math.max(0, top), to, baseline + 0.22 * style.fontSize() + margin, false, xml);
        form("rect", xml);
        fill(style.fill(), style.fillOpacity(), xml);
        noLine(xml);
    }

    private void text(Element element, ShapeStyle style, Xml xml, ShapeSyntax syntax) {
        double size = style.fontSize();
        double x = number(element, "x");
        double before = style.shareBefore();
        double width = Math.min(width(element, style) * SLACK, room(x, before));
        double left = x - width * before;
        double top = number(element, "y") - ASCENT * size;
        var label = new Label(
                element.wholeText(),
                size * scale,
                style.isBold(),
                hex(style.fill()),
                before == 0 ? Alignment.LEFT : before == 1 ? Alignment.RIGHT : Alignment.CENTRE,
                language);
        Runnable form = () -> {
            place(left, top, left + width, top + LINE * size, false, xml);
            form("rect", xml);
            xml.empty("a:noFill");
            noLine(xml);
        };
        syntax.write("Text", form, Optional.of(label));
    }

    /** How wide a text at {@code x} may be inside of the group; what sticks out of one makes programs resize it. */
    private double room(double x, double before) {
        double left = before == 0 ? Double.POSITIVE_INFINITY : x / before;
        double right = before == 1 ? Double.POSITIVE_INFINITY : (number(svg, "width") - x) / (1 - before);
        return Math.max(1, Math.min(left, right));
    }

    private static double width(Element element, ShapeStyle style) {
        return TextWidth.of(element.wholeText(), style.fontSize()) * (style.isBold() ? BOLD : 1);
    }

    private void place(double left, double top, double right, double bottom, boolean isFlipped, Xml xml) {
        long x = units(left);
        long y = units(top);
        if (isFlipped) {
            xml.open("a:xfrm", "flipV", 1);
        } else {
            xml.open("a:xfrm");
        }
        xml.empty("a:off", "x", x, "y", y);
        xml.empty("a:ext", "cx", units(right) - x, "cy", units(bottom) - y).close("a:xfrm");
    }

    private static void form(String name, Xml xml) {
        xml.open("a:prstGeom", "prst", name).empty("a:avLst").close("a:prstGeom");
    }

    private void paint(ShapeStyle style, Xml xml) {
        if (style.isFilled()) {
            fill(style.fill(), style.fillOpacity(), xml);
        } else {
            xml.empty("a:noFill");
        }
        stroke(style, xml);
    }

    private void stroke(ShapeStyle style, Xml xml) {
        if (!style.isStroked()) {
            noLine(xml);
            return;
        }
        xml.open("a:ln", "w", units(style.strokeWidth()), "cap", "flat");
        fill(style.stroke(), style.strokeOpacity(), xml);
        if (style.isDashed()) {
            dashes(style, xml);
        }
        xml.empty("a:round").close("a:ln");
    }

    /** In thousandths of a per cent of the line's width. */
    private static void dashes(ShapeStyle style, Xml xml) {
        double[] lengths = style.dashLengths();
        xml.open("a:custDash");
        for (int i = 0; i < lengths.length; i += 2) {
            double gap = lengths[(i + 1) % lengths.length];
            xml.empty("a:ds", "d", share(lengths[i], style), "sp", share(gap, style));
        }
        xml.close("a:custDash");
    }

    private static long share(double length, ShapeStyle style) {
        return Math.round(100_000 * length / style.strokeWidth());
    }

    private static void noLine(Xml xml) {
        xml.open("a:ln").empty("a:noFill").close("a:ln");
    }

    private static void fill(String colour, double opacity, Xml xml) {
        xml.open("a:solidFill");
        if (opacity < 1) {
            xml.open("a:srgbClr", "val", hex(colour));
            xml.set("a:alpha", Math.round(100_000 * opacity)).close("a:srgbClr");
        } else {
            xml.set("a:srgbClr", hex(colour));
        }
        xml.close("a:solidFill");
    }

    private static String hex(String colour) {
        return colour.substring(1);
    }

    private long units(double pixels) {
        return Math.round(pixels * scale * Emu.PER_POINT);
    }

    private static double number(Element element, String attribute) {
        String value = element.attr(attribute);
        return value.isEmpty() ? 0 : Double.parseDouble(value);
    }
}
