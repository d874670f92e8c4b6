package io.futureos.studio.render.pdf;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** The text of a content stream (ISO 32000-1, 7.8.2): operators, each after its numbers. */
final class Operators {

    /** The distance of a Bézier curve's control points by which it comes closest to a quarter of a circle. */
    private static final double QUARTER = 0.5523;

    private final StringBuilder text = new StringBuilder();

    Operators add(String operator, double... numbers) {
        for (double number : numbers) {
            append(number);
            text.append(' ');
        }
        text.append(operator).append('\n');
        return this;
    }

    /** A number to three decimals, without those it does not need. */
    private void append(double number) {
        long thousandths = Math.round(number * 1_000);
        long size = Math.abs(thousandths);
        if (thousandths < 0) {
            text.append('-');
        }
        text.append(size / 1_000);
        int rest = (int) (size % 1_000);
        if (rest != 0) {
            text.append('.').append(rest / 100);
            if (rest % 100 != 0) {
                text.append(rest / 10 % 10);
            }
            if (rest % 10 != 0) {
                text.append(rest % 10);
            }
        }
    }

    void ellipse(double x, double y, double rx, double ry) {
        double kx = rx * QUARTER;
        double ky = ry * QUARTER;
        add("m", x + rx, y);
        add("c", x + rx, y + ky, x + kx, y + ry, x, y + ry);
        add("c", x - kx, y + ry, x - rx, y + ky, x - rx, y);
        add("c", x - rx, y - ky, x - kx, y - ry, x, y - ry);
        add("c", x + kx, y - ry, x + rx, y - ky, x + rx, y);
        add("h");
    }

    /** The curve of second order from {@code (x0, y0)} as one of third order, which is all that a PDF has. */
    void quadratic(double x0, double y0, double x1, double y1, double x2, double y2) {
        double ax = x0 + (x1 - x0) * 2 / 3;
        double ay = y0 + (y1 - y0) * 2 / 3;
        double bx = x2 + (x1 - x2) * 2 / 3;
        double by = y2 + (y1 - y2) * 2 / 3;
        add("c", ax, ay, bx, by, x2, y2);
    }

    /** Shows text that a font has encoded. */
    void show(byte[] encoded) {
        text.append('<');
        for (byte code : encoded) {
            text.append(Character.forDigit(code >> 4 & 0xf, 16)).append(Character.forDigit(code & 0xf, 16));
        }
        text.append("> Tj\n");
    }

    byte[] bytes() {
        return text.toString().getBytes(US_ASCII);
    }
}
