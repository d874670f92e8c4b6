package io.futureos.studio.render.pdf;

import io.futureos.studio.render.svg.PathData;
import io.futureos.studio.render.svg.ShapeStyle;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Writes the shapes of a chart's {@code svg} element as the operators of a PDF (ISO 32000-1, 8 and 9). What those charts do
 * not consist of is refused, so that nothing is lost in silence and nothing foreign is drawn.
 */
final class ChartForm {

    /** In a CSS pixel. */
    static final double POINTS = 0.75;

    private static final Pattern VIEW = Pattern.compile("0 0 (\\d+) (\\d+)");
    private static final Pattern TRANSFORM =
            Pattern.compile("(rotate|translate)\\(([-\\d.]+)(?:[ ,]+([-\\d.]+))?(?:[ ,]+([-\\d.]+))?\\)");

    private static final COSName REGULAR = COSName.getPDFName("R");
    private static final COSName BOLD = COSName.getPDFName("B");

    private final Operators operators = new Operators();
    private final PDResources resources = new PDResources();
    private final List<String> opacities = new ArrayList<>();
    private final Fonts fonts;

    private ChartForm(Fonts fonts) {
        this.fonts = fonts;
        resources.put(REGULAR, fonts.regular());
        resources.put(BOLD, fonts.bold());
    }

    /** The drawing in its own size, whatever size it is shown in. */
    static PDFormXObject of(Element svg, PDDocument pdf, Fonts fonts) throws IOException {
        Matcher view = VIEW.matcher(svg.getAttribute("viewBox"));
        if (!view.matches()) {
            throw new IllegalArgumentException("The viewBox of a chart is like \"0 0 627 300\", but this is \""
                    + svg.getAttribute("viewBox") + "\"");
        }
        double width = Integer.parseInt(view.group(1)) * POINTS;
        double height = Integer.parseInt(view.group(2)) * POINTS;
        var chart = new ChartForm(fonts);
        chart.operators.add("cm", POINTS, 0, 0, -POINTS, 0, height).add("j", 1);
        chart.drawChildren(svg, ShapeStyle.INITIAL.of(svg::getAttribute));
        var form = new PDFormXObject(pdf);
        form.setResources(chart.resources);
        form.setBBox(new PDRectangle((float) width, (float) height));
        try (OutputStream out = form.getContentStream().createOutputStream(COSName.FLATE_DECODE)) {
            out.write(chart.operators.bytes());
        }
        return form;
    }

    private void drawChildren(Element parent, ShapeStyle inherited) throws IOException {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                draw(element, inherited.of(element::getAttribute));
            }
        }
    }

    private void draw(Element element, ShapeStyle style) throws IOException {
        boolean isMoved = element.hasAttribute("transform");
        if (isMoved) {
            operators.add("q").add("cm", matrix(element.getAttribute("transform")));
        }
        drawInPlace(element, style);
        if (isMoved) {
            operators.add("Q");
        }
    }

    /** Charts turn and shift; they do nothing else, and one at a time. */
    private static double[] matrix(String transform) {
        Matcher parts = TRANSFORM.matcher(transform);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Charts have no " + transform);
        }
        double first = Double.parseDouble(parts.group(2));
        double x = parts.group(3) == null ? 0 : Double.parseDouble(parts.group(3));
        double y = parts.group(4) == null ? 0 : Double.parseDouble(parts.group(4));
        if (parts.group(1).equals("translate")) {
            return new double[] {1, 0, 0, 1, first, x};
        }
        double sin = StrictMath.sin(StrictMath.toRadians(first));
        double cos = StrictMath.cos(StrictMath.toRadians(first));
        return new double[] {cos, sin, -sin, cos, x - x * cos + y * sin, y - x * sin - y * cos};
    }

    private void drawInPlace(Element element, ShapeStyle style) throws IOException {
        switch (element.getTagName()) {
            case "title", "desc" -> {}
            case "g" -> drawChildren(element, style);
            case "text" -> drawText(element, style);
            default -> drawShape(element, style);
        }
    }

    private void drawShape(Element element, ShapeStyle style) {
        begin(style);
        switch (element.getTagName()) {
            case "line" -> {
                operators.move(number(element, "x1"), number(element, "y1"));
                operators.line(number(element, "x2"), number(element, "y2"));
            }
            case "rect" ->
                operators.add(
                        "re",
                        number(element, "x"),
                        number(element, "y"),
                        number(element, "width"),
                        number(element, "height"));
            case "ellipse" ->
                operators.ellipse(
                        number(element, "cx"), number(element, "cy"), number(element, "rx"), number(element, "ry"));
            case "circle" ->
                operators.ellipse(
                        number(element, "cx"), number(element, "cy"), number(element, "r"), number(element, "r"));
            case "path" -> PathData.draw(element.getAttribute("d"), operators);
            case "polyline" -> PathData.draw("M" + element.getAttribute("points"), operators);
            case "polygon" -> PathData.draw("M" + element.getAttribute("points") + "Z", operators);
            default -> throw new IllegalArgumentException("Charts have no <" + element.getTagName() + ">");
        }
        end(style);
    }

    /** Sets what the path that follows is painted with. */
    private void begin(ShapeStyle style) {
        operators.add("q");
        if (style.isTransparent()) {
            operators.add("/" + opacity(style).getName() + " gs");
        }
        if (style.isFilled()) {
            operators.add("rg", colour(style.fill()));
        }
        if (style.isStroked()) {
            operators.add("RG", colour(style.stroke())).add("w", style.strokeWidth());
        }
        if (style.isDashed()) {
            operators.add("[").add("]", style.dashLengths()).add("d", 0);
        }
    }

    private void end(ShapeStyle style) {
        String filled = style.isStroked() ? "B" : "f";
        String empty = style.isStroked() ? "S" : "n";
        operators.add(style.isFilled() ? filled : empty).add("Q");
    }

    private COSName opacity(ShapeStyle style) {
        String opacity = style.fillOpacity() + " " + style.strokeOpacity();
        boolean isNew = !opacities.contains(opacity);
        if (isNew) {
            opacities.add(opacity);
        }
        COSName name = COSName.getPDFName("G" + opacities.indexOf(opacity));
        if (isNew) {
            var state = new PDExtendedGraphicsState();
            state.setNonStrokingAlphaConstant((float) style.fillOpacity());
            state.setStrokingAlphaConstant((float) style.strokeOpacity());
            resources.put(name, state);
        }
        return name;
    }

    private static double[] colour(String hex) {
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return new double[] {(rgb >> 16) / 255.0, ((rgb >> 8) & 0xff) / 255.0, (rgb & 0xff) / 255.0};
    }

    private void drawText(Element element, ShapeStyle style) throws IOException {
        String text = element.getTextContent();
        PDType0Font font = style.isBold() ? fonts.bold() : fonts.regular();
        double width = font.getStringWidth(text) * style.fontSize() / 1_000;
        double x = number(element, "x") - width * style.shareBefore();
        double y = number(element, "y");
        begin(style);
        if (style.isStroked()) {
            outline(text, font, style.fontSize(), x, y);
            end(style);
            return;
        }
        text.codePoints().forEach(font::addToSubset);
        operators.add("BT").add("/" + (style.isBold() ? BOLD : REGULAR).getName());
        operators.add("Tf", style.fontSize()).add("Tm", 1, 0, 0, -1, x, y);
        operators.show(font.encode(text));
        operators.add("ET").add("Q");
    }

    /** A halo lies under the same text without one; as shapes, it is not read twice. */
    private void outline(String text, PDType0Font font, double size, double x, double y) throws IOException {
        double scale = size / 1_000;
        double at = x;
        for (int codePoint : text.codePoints().toArray()) {
            byte[] code = font.encode(Character.toString(codePoint));
            int glyph = (code[0] & 0xff) << 8 | (code[1] & 0xff);
            var place = new AffineTransform(scale, 0, 0, -scale, at, y);
            outline(font.getPath(glyph).getPathIterator(place));
            at += font.getWidth(glyph) * scale;
        }
    }

    private void outline(PathIterator glyph) {
        double[] c = new double[6];
        for (; !glyph.isDone(); glyph.next()) {
            switch (glyph.currentSegment(c)) {
                case PathIterator.SEG_MOVETO -> operators.move(c[0], c[1]);
                case PathIterator.SEG_LINETO -> operators.line(c[0], c[1]);
                case PathIterator.SEG_QUADTO -> operators.quadratic(c[0], c[1], c[2], c[3]);
                case PathIterator.SEG_CUBICTO -> operators.curve(c[0], c[1], c[2], c[3], c[4], c[5]);
                default -> operators.close();
            }
        }
    }

    private static double number(Element element, String attribute) {
        String value = element.getAttribute(attribute);
        return value.isEmpty() ? 0 : Double.parseDouble(value);
    }
}
