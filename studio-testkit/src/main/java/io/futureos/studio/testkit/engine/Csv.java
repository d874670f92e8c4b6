package io.futureos.studio.testkit.engine;

import java.util.ArrayList;
import java.util.List;

/** Reads CSV as RFC 4180 has it: what a spreadsheet would find in each cell. */
final class Csv {

    private final String text;
    private int at;

    private Csv(String text) {
        this.text = text;
    }

    static List<List<String>> read(String text) {
        var csv = new Csv(text);
        var rows = new ArrayList<List<String>>();
        while (csv.at < text.length()) {
            rows.add(csv.row());
        }
        return rows;
    }

    private List<String> row() {
        var cells = new ArrayList<String>();
        cells.add(cell());
        while (at < text.length() && text.charAt(at) == ',') {
            at++;
            cells.add(cell());
        }
        endOfLine();
        return cells;
    }

    private void endOfLine() {
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
    }

    private String cell() {
        return at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
    }

    private String plain() {
        int from = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at);
    }

    private String quoted() {
        var cell = new StringBuilder();
        for (at++; at < text.length(); at++) {
            if (text.charAt(at) == '"') {
                at++;
                if (at == text.length() || text.charAt(at) != '"') {
                    return cell.toString();
                }
            }
            cell.append(text.charAt(at));
        }
        throw new AssertionError("A quoted cell of the CSV has no end: " + cell);
    }
}
