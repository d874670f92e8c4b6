package io.futureos.studio.render.office;

import io.futureos.studio.render.chart.Numbers;
import io.futureos.studio.render.chart.ValueFormat;
import io.futureos.studio.render.office.OfficePackage.Part;
import io.futureos.studio.render.wording.ChartTerm;
import io.futureos.studio.render.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * The figures of a chart in the cells of a sheet: categories down the first column, then a column for each series. What the
 * chart only needs to be drawn is computed by the sheet from what it shows, so that the chart follows who edits the figures.
 */
final class ChartSheet {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /** Names are read beside a chart; and a cell holds 32,767 characters at most. */
    private static final int LONGEST = 200;

    private static final String MONTH_FORMAT = "yyyy\\-mm";

    /** The formats of cells, by their place in the list of styles. */
    private static final int VALUE = 1;

    private static final int HEADING = 2;
    private static final int QUOTED = 3;
    private static final int MONTH = 4;

    private final String name;
    private final String corner;
    private final List<String> categories;
    private final Optional<List<Integer>> months;
    private final List<Column> columns = new ArrayList<>();
    private final Numbers numbers;

    /** @param values NaN where one is missing */
    @SuppressWarnings("ArrayRecordComponent") // handed on and never compared
    private record Column(String name, double[] values, IntFunction<String> formula) {}

    /** @param corner what the categories are, for example {@code Month} */
    ChartSheet(String corner, List<String> categories, Numbers numbers) {
        this.name = numbers.format().wording().say(ChartTerm.FIGURES);
        this.corner = shortened(corner);
        this.categories = categories.stream().map(ChartSheet::shortened).toList();
        this.months = Months.days(categories);
        this.numbers = numbers;
    }

    /** Adds a column; answers its place. */
    int add(String name, double[] values) {
        return add(name, values, row -> "");
    }

    /**
     * Adds a column that is computed.
     *
     * @param formula of a row, from 0; empty where the value is not computed
     */
    int add(String name, double[] values, IntFunction<String> formula) {
        columns.add(new Column(shortened(name), values, formula));
        return columns.size() - 1;
    }

    double value(int column, int row) {
        return columns.get(column).values[row];
    }

    /** The categories, none longer than can be read. */
    List<String> names() {
        return categories;
    }

    /** The days on which the categories' months begin, as spreadsheets count them; empty if they are no months. */
    Optional<List<Integer>> months() {
        return months;
    }

    /**
     * How values are written in Excel's terms, for example {@code 0.0\ %}. Excel takes its marks from the computer that it runs
     * on; other programs take them from the language that is named, if the report has the marks that are usual in it.
     */
    String format() {
        return format(numbers.format(), numbers.decimals());
    }

    /** How values that lie {@code step} from each other are written. */
    String format(double step) {
        return format(numbers.format(), numbers.format().decimalsForStep(step));
    }

    private static String format(ValueFormat kind, int decimals) {
        Wording wording = kind.wording();
        boolean areUsual = wording.numbers().equals(wording.language().numbers());
        String marks = areUsual ? OfficeLanguage.of(wording.language()).inNumberFormat() : "";
        String places = decimals == 0 ? "" : "." + "0".repeat(decimals);
        String perCent = wording.numbers().percentSpace() ? "\\ %" : "%";
        return marks + (kind.isPercent() ? "0" + places + perCent : "#,##0" + places);
    }

    /** The name of a series, bound to its cell. */
    void writeName(Xml xml, int column) {
        xml.open("c:tx").open("c:strRef").text("c:f", name + "!$" + letters(column + 1) + "$1");
        xml.open("c:strCache").set("c:ptCount", 1);
        xml.open("c:pt", "idx", 0).text("c:v", columns.get(column).name).close("c:pt");
        xml.close("c:strCache").close("c:strRef").close("c:tx");
    }

    /** The categories, bound to their cells. */
    void writeCategories(Xml xml) {
        String kind = months.isPresent() ? "num" : "str";
        xml.open("c:cat").open("c:" + kind + "Ref").text("c:f", range(0)).open("c:" + kind + "Cache");
        if (months.isPresent()) {
            xml.text("c:formatCode", MONTH_FORMAT);
        }
        xml.set("c:ptCount", categories.size());
        for (int i = 0; i < categories.size(); i++) {
            int at = i;
            String text = months.map(days -> String.valueOf(days.get(at))).orElse(categories.get(i));
            xml.open("c:pt", "idx", i).text("c:v", text).close("c:pt");
        }
        xml.close("c:" + kind + "Cache").close("c:" + kind + "Ref").close("c:cat");
    }

    /** The values of a series inside {@code element}, bound to their cells. */
    void writeValues(Xml xml, String element, int column) {
        xml.open(element).open("c:numRef").text("c:f", range(column + 1));
        xml.open("c:numCache").text("c:formatCode", format()).set("c:ptCount", categories.size());
        double[] values = columns.get(column).values;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                xml.open("c:pt", "idx", i).text("c:v", Decimal.text(values[i])).close("c:pt");
            }
        }
        xml.close("c:numCache").close("c:numRef").close(element);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    private String range(int column) {
        String letter = letters(column);
        return name + "!$" + letter + "$2:$" + letter + "$" + (categories.size() + 1);
    }

    /** The cell of a column's value in a row, both from 0, as formulas name it. */
    static String cell(int column, int row) {
        return letters(column + 1) + (row + 2);
    }

    private static String letters(int column) {
        String letter = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? letter : letters(column / 26 - 1) + letter;
    }

    /** The sheet as a workbook of Excel. Text stays text, whatever it looks like. */
    byte[] workbook() {
        var file = new OfficePackage();
        Part book = file.addMain("xl/workbook.xml", "spreadsheetml.sheet.main+xml");
        Part sheet = file.add("xl/worksheets/sheet1.xml", "spreadsheetml.worksheet+xml", sheet());
        book.fill(book(book.relate("worksheet", sheet)));
        book.relate("styles", file.add("xl/styles.xml", "spreadsheetml.styles+xml", styles()));
        return file.embedded();
    }

    private byte[] book(String sheet) {
        var xml = new Xml()
                .open("workbook", "xmlns", MAIN, "xmlns:r", RELATIONSHIPS)
                .open("sheets");
        xml.empty("sheet", "name", name, "sheetId", 1, "r:id", sheet);
        return xml.close("sheets").close("workbook").bytes();
    }

    private byte[] styles() {
        var xml = new Xml().open("styleSheet", "xmlns", MAIN);
        xml.open("numFmts", "count", 2).empty("numFmt", "numFmtId", 164, "formatCode", format());
        xml.empty("numFmt", "numFmtId", 165, "formatCode", MONTH_FORMAT).close("numFmts");
        xml.open("fonts", "count", 2).open("font").set("sz", 11).set("name", "Arial");
        xml.close("font").open("font").empty("b").set("sz", 11).set("name", "Arial");
        xml.close("font").close("fonts").open("fills", "count", 2);
        xml.open("fill").empty("patternFill", "patternType", "none").close("fill");
        xml.open("fill").empty("patternFill", "patternType", "gray125").close("fill");
        xml.close("fills").open("borders", "count", 1).open("border");
        xml.empty("left").empty("right").empty("top").empty("bottom").empty("diagonal");
        xml.close("border").close("borders");
        xml.open("cellStyleXfs", "count", 1).empty("xf").close("cellStyleXfs");
        xml.open("cellXfs", "count", 5).empty("xf", "xfId", 0);
        xml.empty("xf", "numFmtId", 164, "xfId", 0, "applyNumberFormat", 1);
        xml.open("xf", "fontId", 1, "xfId", 0, "quotePrefix", 1, "applyFont", 1, "applyAlignment", 1);
        xml.empty("alignment", "wrapText", 1).close("xf");
        xml.empty("xf", "numFmtId", 0, "xfId", 0, "quotePrefix", 1);
        xml.empty("xf", "numFmtId", 165, "xfId", 0, "applyNumberFormat", 1);
        return xml.close("cellXfs").close("styleSheet").bytes();
    }

    private byte[] sheet() {
        var xml = new Xml().open("worksheet", "xmlns", MAIN);
        xml.open("cols").empty("col", "min", 1, "max", 1, "width", 28, "customWidth", 1);
        xml.empty("col", "min", 2, "max", Math.max(2, columns.size() + 1), "width", 16, "customWidth", 1);
        xml.close("cols").open("sheetData").open("row", "r", 1);
        text(xml, "A1", HEADING, corner);
        for (int c = 0; c < columns.size(); c++) {
            text(xml, letters(c + 1) + "1", HEADING, columns.get(c).name);
        }
        xml.close("row");
        for (int r = 0; r < categories.size(); r++) {
            xml.open("row", "r", r + 2);
            writeCategory(xml, r);
            for (int c = 0; c < columns.size(); c++) {
                writeValue(xml, c, r);
            }
            xml.close("row");
        }
        return xml.close("sheetData").close("worksheet").bytes();
    }

    private void writeCategory(Xml xml, int row) {
        if (months.isPresent()) {
            String day = String.valueOf(months.get().get(row));
            xml.open("c", "r", "A" + (row + 2), "s", MONTH).text("v", day).close("c");
        } else {
            text(xml, "A" + (row + 2), QUOTED, categories.get(row));
        }
    }

    private void writeValue(Xml xml, int column, int row) {
        double value = columns.get(column).values[row];
        if (Double.isNaN(value)) {
            return;
        }
        xml.open("c", "r", cell(column, row), "s", VALUE);
        String formula = columns.get(column).formula.apply(row);
        if (!formula.isEmpty()) {
            xml.text("f", formula);
        }
        xml.text("v", Decimal.text(value)).close("c");
    }

    /** Quoted, as a person would enter text that begins like a formula. */
    private static void text(Xml xml, String cell, int style, String text) {
        xml.open("c", "r", cell, "s", style, "t", "inlineStr").open("is");
        xml.text("t", text, "xml:space", "preserve").close("is").close("c");
    }
}
