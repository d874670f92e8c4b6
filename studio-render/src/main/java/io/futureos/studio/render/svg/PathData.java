package io.futureos.studio.render.svg;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the path data of SVG 1.1 (8.3) as far as charts use it: absolute M, L, H, V, C, Q and Z. */
public final class PathData {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z]|[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?");

    private final Matcher tokens;
    private boolean hasNext;
    private double x;
    private double y;

    private PathData(String data) {
        tokens = TOKEN.matcher(data);
        hasNext = tokens.find();
    }

    /** What follows the path; a curve of second order comes as the one of third order that it is. */
    public interface Pen {

        void move(double toX, double toY);

        void line(double toX, double toY);

        void curve(double x1, double y1, double x2, double y2, double toX, double toY);

        void close();
    }

    /**
     * Draws a path.
     *
     * @throws IllegalArgumentException if it is no such path
     */
    public static void draw(String data, Pen pen) {
        new PathData(data).draw(pen);
    }

    private void draw(Pen pen) {
        char command = 'M';
        while (hasNext) {
            if (Character.isLetter(tokens.group().charAt(0))) {
                command = tokens.group().charAt(0);
                hasNext = tokens.find();
            }
            draw(command, pen);
            command = command == 'M' ? 'L' : command; // further points after M are lines (8.3.2)
        }
    }

    private void draw(char command, Pen pen) {
        switch (command) {
            case 'M' -> {
                to(next(), next());
                pen.move(x, y);
            }
            case 'L' -> line(next(), next(), pen);
            case 'H' -> line(next(), y, pen);
            case 'V' -> line(x, next(), pen);
            case 'C' -> curve(next(), next(), next(), next(), next(), next(), pen);
            case 'Q' -> quadratic(next(), next(), next(), next(), pen);
            case 'Z', 'z' -> pen.close();
            default -> throw new IllegalArgumentException("Charts have no " + command + " in their paths");
        }
    }

    private void line(double toX, double toY, Pen pen) {
        to(toX, toY);
        pen.line(toX, toY);
    }

    private void curve(double x1, double y1, double x2, double y2, double toX, double toY, Pen pen) {
        to(toX, toY);
        pen.curve(x1, y1, x2, y2, toX, toY);
    }

    private void quadratic(double x1, double y1, double toX, double toY, Pen pen) {
        curve(
                x + (x1 - x) * 2 / 3,
                y + (y1 - y) * 2 / 3,
                toX + (x1 - toX) * 2 / 3,
                toY + (y1 - toY) * 2 / 3,
                toX,
                toY,
                pen);
    }

    private void to(double newX, double newY) {
        x = newX;
        y = newY;
    }

    private double next() {
        if (!hasNext) {
            throw new IllegalArgumentException("A path ends where a number is due");
        }
        double number = Double.parseDouble(tokens.group());
        hasNext = tokens.find();
        return number;
    }
}
