package io.futureos.studio.render.pdf;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.futureos.studio.render.svg.PathData;

/** The text of a content stream (ISO 32000-1, 7.8.2): operators, each after its numbers. */
final class Operators implements PathData.Pen {

    /** The distance of a Bézier curve's control points by which it comes closest to a quarter of a circle. */
    private static final double QUARTER = 0.5523;

    private final StringBuilder text = new StringBuilder();
    private double x;
    private double y;

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

    @Override
    public void move(double toX, double toY) {
        add("m", toX, toY);
        at(toX, toY);
    }

    @Override
    public void line(double toX, double toY) {
        add("l", toX, toY);
        at(toX, toY);
    }

    @Override
    public void curve(double x1, double y1, double x2, double y2, double toX, double toY) {
        add("c", x1, y1, x2, y2, toX, toY);
        at(toX, toY);
    }

    /** A curve of second order as one of third order, which is all that a PDF has. */
    void quadratic(double x1, double y1, double toX, double toY) {
        curve(x + (x1 - x) * 2 / 3, y + (y1 - y) * 2 / 3, toX + (x1 - toX) * 2 / 3, toY + (y1 - toY) * 2 / 3, toX, toY);
    }

    @Override
    public void close() {
        add("h");
    }

    void ellipse(double cx, double cy, double rx, double ry) {
        double kx = rx * QUARTER;
        double ky = ry * QUARTER;
        move(cx + rx, cy);
        curve(cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry);
        curve(cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy);
        curve(cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry);
        curve(cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy);
        close();
    }

    private void at(double newX, double newY) {
        x = newX;
        y = newY;
    }

    /** Shows text that a font has encoded. */
    void show(byte[] encoded) {
        text.append('<');
        for (byte code : encoded) {
            text.append(Character.forDigit((code >> 4) & 0xf, 16)).append(Character.forDigit(code & 0xf, 16));
        }
        text.append("> Tj\n");
    }

    byte[] bytes() {
        return text.toString().getBytes(US_ASCII);
    }
}
