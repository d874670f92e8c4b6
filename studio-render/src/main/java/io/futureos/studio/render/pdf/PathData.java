package io.futureos.studio.render.pdf;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the path data of SVG 1.1 (8.3) as far as charts use it: absolute M, L, H, V, C, Q and Z. */
final class PathData {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z]|[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?");

    private final Matcher tokens;
    private boolean hasNext;

    private PathData(String data) {
        tokens = TOKEN.matcher(data);
        hasNext = tokens.find();
    }

    static void write(String data, Operators operators) {
        new PathData(data).write(operators);
    }

    private void write(Operators operators) {
        char command = 'M';
        while (hasNext) {
            if (Character.isLetter(tokens.group().charAt(0))) {
                command = tokens.group().charAt(0);
                hasNext = tokens.find();
            }
            write(command, operators);
            command = command == 'M' ? 'L' : command; // further points after M are lines (8.3.2)
        }
    }

    private void write(char command, Operators operators) {
        switch (command) {
            case 'M' -> operators.move(next(), next());
            case 'L' -> operators.line(next(), next());
            case 'H' -> operators.horizontal(next());
            case 'V' -> operators.vertical(next());
            case 'C' -> operators.curve(next(), next(), next(), next(), next(), next());
            case 'Q' -> operators.quadratic(next(), next(), next(), next());
            case 'Z', 'z' -> operators.close();
            default -> throw new IllegalArgumentException("Charts have no " + command + " in their paths");
        }
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
