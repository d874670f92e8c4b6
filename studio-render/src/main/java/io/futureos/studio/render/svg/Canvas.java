package io.futureos.studio.render.svg;

import io.futureos.studio.render.look.Palette;
import io.futureos.studio.render.look.Rgb;

/** Collects the shapes of one chart, in CSS pixels from the top left corner. */
final class Canvas {

    /** Size of all text but notes, in CSS pixels. */
    static final double FONT = 12;

    private static final double HALO = 4;

    private final StringBuilder shapes = new StringBuilder();
    private final Palette palette;
    private final int width;
    private double height;

    Canvas(Palette palette, int width) {
        this.palette = palette;
        this.width = width;
    }

    int width() {
        return width;
    }

    void height(double height) {
        this.height = height;
    }

    /** The colour of the page. */
    Paint background() {
        return new Paint(palette.background(), "c-background");
    }

    /** The colour of running text. */
    Paint ink() {
        return new Paint(palette.ink(), "c-ink");
    }

    /** The colour of axes and secondary text. */
    Paint muted() {
        return new Paint(palette.muted(), "c-muted");
    }

    /** The colour of grid lines. */
    Paint rule() {
        return new Paint(palette.rule(), "c-rule");
    }

    /** The colour of reference lines. */
    Paint accent() {
        return new Paint(palette.accent(), "c-accent");
    }

    Paint series(int index) {
        return new Paint(palette.series(index), "c-s" + index % palette.series().size());
    }

    void line(double x1, double y1, double x2, double y2, Paint paint, double strokeWidth, String dashes) {
        shapes.append("<line x1=\"").append(number(x1)).append("\" y1=\"").append(number(y1));
        shapes.append("\" x2=\"")
                .append(number(x2))
                .append("\" y2=\"")
                .append(number(y2))
                .append('"');
        stroke(paint, strokeWidth, dashes);
        shapes.append("/>");
    }

    void path(String d, Paint paint, double strokeWidth, String dashes) {
        shapes.append("<path d=\"").append(d).append("\" fill=\"none\" stroke-linejoin=\"round\"");
        stroke(paint, strokeWidth, dashes);
        shapes.append("/>");
    }

    void area(String d, Paint paint, double opacity) {
        shapes.append("<path d=\"").append(d).append('"');
        fill(paint, opacity);
        shapes.append("/>");
    }

    void bar(double x, double y, double barWidth, double barHeight, Paint paint, double opacity) {
        shapes.append("<rect x=\"").append(number(x)).append("\" y=\"").append(number(y));
        shapes.append("\" width=\"").append(number(Math.max(0, barWidth)));
        shapes.append("\" height=\"").append(number(Math.max(0, barHeight))).append('"');
        fill(paint, opacity);
        shapes.append("/>");
    }

    void dot(double x, double y, double radius, Paint paint) {
        shapes.append("<circle cx=\"").append(number(x)).append("\" cy=\"").append(number(y));
        shapes.append("\" r=\"").append(number(radius)).append('"');
        fill(paint, 1);
        shapes.append("/>");
    }

    void text(double x, double y, String text, Anchor anchor, Paint paint, boolean bold) {
        if (text.isEmpty()) {
            return;
        }
        startText(x, y, anchor, bold);
        fill(paint, 1);
        shapes.append('>').append(escaped(text)).append("</text>");
    }

    /** Text that stays readable on top of lines. */
    void textOnLines(double x, double y, String text, Anchor anchor, Paint paint, boolean bold) {
        if (text.isEmpty()) {
            return;
        }
        startText(x, y, anchor, bold);
        shapes.append(" aria-hidden=\"true\"");
        fill(background(), 1);
        shapes.append(" stroke=\"")
                .append(palette.background())
                .append("\" stroke-width=\"")
                .append(number(HALO));
        shapes.append("\" stroke-linejoin=\"round\">").append(escaped(text)).append("</text>");
        text(x, y, text, anchor, paint, bold);
    }

    private void startText(double x, double y, Anchor anchor, boolean bold) {
        shapes.append("<text x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append('"');
        if (anchor != Anchor.START) {
            shapes.append(" text-anchor=\"").append(anchor.keyword()).append('"');
        }
        if (bold) {
            shapes.append(" font-weight=\"bold\"");
        }
    }

    private void fill(Paint paint, double opacity) {
        shapes.append(" class=\"")
                .append(paint.name())
                .append("-f\" fill=\"")
                .append(paint.colour())
                .append('"');
        if (opacity < 1) {
            shapes.append(" fill-opacity=\"").append(number(opacity)).append('"');
        }
    }

    private void stroke(Paint paint, double strokeWidth, String dashes) {
        shapes.append(" class=\"").append(paint.name()).append("-l\" stroke=\"").append(paint.colour());
        shapes.append("\" stroke-width=\"").append(number(strokeWidth)).append('"');
        if (!dashes.isEmpty()) {
            shapes.append(" stroke-dasharray=\"").append(dashes).append('"');
        }
    }

    /** The finished element. */
    String svg(String id, String title, String alt) {
        int rows = (int) Math.ceil(height);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"img\" aria-labelledby=\"" + id
                + "-title " + id + "-desc\" width=\"" + width + "\" height=\"" + rows + "\" viewBox=\"0 0 " + width
                + " " + rows + "\" font-family=\"Arial, 'Liberation Sans', Helvetica, sans-serif\" font-size=\""
                + number(FONT) + "\">" + "<title id=\"" + id + "-title\">" + escaped(title) + "</title>"
                + "<desc id=\"" + id + "-desc\">" + escaped(alt) + "</desc>" + shapes + "</svg>";
    }

    /** A coordinate to two decimals, without those it does not need. */
    static String number(double value) {
        long hundredths = Math.round(value * 100);
        String text = String.valueOf(Math.abs(hundredths) / 100);
        long rest = Math.abs(hundredths) % 100;
        if (rest != 0) {
            text += rest % 10 == 0 ? "." + rest / 10 : "." + (rest < 10 ? "0" : "") + rest;
        }
        return hundredths < 0 ? "-" + text : text;
    }

    /** Text as XML takes it; characters that XML 1.0 does not have are left out. */
    private static String escaped(String text) {
        var escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    if (isXml(c)) {
                        escaped.appendCodePoint(c);
                    }
                }
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t' || c == '\n' || (c >= 0x20 && c < 0xd800) || (c >= 0xe000 && c < 0xfffe) || c >= 0x10000;
    }

    /** A colour, and the class by which a style sheet may replace it. */
    record Paint(Rgb colour, String name) {}

    /** Which point of a text its x is. */
    enum Anchor {
        START("start"),
        MIDDLE("middle"),
        END("end");

        private final String keyword;

        Anchor(String keyword) {
            this.keyword = keyword;
        }

        String keyword() {
            return keyword;
        }
    }
}
