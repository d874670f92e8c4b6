package io.futureos.studio.render.office;

import io.futureos.studio.render.chart.Numbers;
import io.futureos.studio.render.chart.ValueFormat;
import io.futureos.studio.render.office.OfficePackage.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The figures of a chart in the cells of a sheet: categories down the first column, then a column for each series. */
final class ChartSheet {

    private static final String SHEET = "Figures";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /** Names are read beside a chart; and a cell holds 32,767 characters at most. */
    private static final int LONGEST = 200;

    private final String corner;
    private final List<String> categories;
    private final List<Column> columns = new ArrayList<>();
    private final Numbers numbers;

    /** @param values NaN where one is missing */
    @SuppressWarnings("ArrayRecordComponent") // handed on and never compared
    private record Column(String name, double[] values) {}

    /** @param corner what the categories are, for example {@code Month} */
    ChartSheet(String corner, List<String> categories, Numbers numbers) {
        this.corner = shortened(corner);
        this.categories = categories.stream().map(ChartSheet::shortened).toList();
        this.numbers = numbers;
    }

    /** Adds a column; answers its place. */
    int add(String name, double[] values) {
        columns.add(new Column(shortened(name), values));
        return columns.size() - 1;
    }

    int categories() {
        return categories.size();
    }

    /** How values are written in Excel's terms, for example {@code 0.0%}. */
    String format() {
        String decimals = numbers.decimals() == 0 ? "" : "." + "0".repeat(numbers.decimals());
        return numbers.format() == ValueFormat.PERCENT ? "0" + decimals + "%" : "#,##0" + decimals;
    }

    /** The same for an axis, which needs no decimals to speak of. */
    String axisFormat() {
        return numbers.format() == ValueFormat.PERCENT ? "0%" : "General";
    }

    /** Whether values are shares that come near to all, of which there is no more. */
    boolean isNearlyWhole() {
        double most = columns.stream()
                .flatMapToDouble(column -> Arrays.stream(column.values))
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(0);
        return numbers.format() == ValueFormat.PERCENT && most > 0.8 && most <= 1;
    }

    /** The name of a series, bound to its cell. */
    void writeName(Xml xml, int column) {
        xml.open("c:tx").open("c:strRef").text("c:f", cell(column + 1, 0));
        xml.open("c:strCache").set("c:ptCount", 1);
        xml.open("c:pt", "idx", 0).text("c:v", columns.get(column).name).close("c:pt");
        xml.close("c:strCache").close("c:strRef").close("c:tx");
    }

    /** The categories, bound to their cells. */
    void writeCategories(Xml xml) {
        xml.open("c:cat").open("c:strRef").text("c:f", range(0));
        xml.open("c:strCache").set("c:ptCount", categories.size());
        for (int i = 0; i < categories.size(); i++) {
            xml.open("c:pt", "idx", i).text("c:v", categories.get(i)).close("c:pt");
        }
        xml.close("c:strCache").close("c:strRef").close("c:cat");
    }

    /** The values of a series inside {@code element}, bound to their cells. */
    void writeValues(Xml xml, String element, int column) {
        xml.open(element).open("c:numRef").text("c:f", range(column + 1));
        xml.open("c:numCache").text("c:formatCode", format()).set("c:ptCount", categories.size());
        double[] values = columns.get(column).values;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                xml.open("c:pt", "idx", i)
                        .text("c:v", Double.toString(values[i]))
                        .close("c:pt");
            }
        }
        xml.close("c:numCache").close("c:numRef").close(element);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    private String range(int column) {
        String letter = letters(column);
        return SHEET + "!$" + letter + "$2:$" + letter + "$" + (categories.size() + 1);
    }

    private static String cell(int column, int row) {
        return SHEET + "!$" + letters(column) + "$" + (row + 1);
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
        return file.bytes();
    }

    private static byte[] book(String sheet) {
        var xml = new Xml()
                .open("workbook", "xmlns", MAIN, "xmlns:r", RELATIONSHIPS)
                .open("sheets");
        xml.empty("sheet", "name", SHEET, "sheetId", 1, "r:id", sheet);
        return xml.close("sheets").close("workbook").bytes();
    }

    private byte[] styles() {
        var xml = new Xml().open("styleSheet", "xmlns", MAIN);
        xml.open("numFmts", "count", 1)
                .empty("numFmt", "numFmtId", 164, "formatCode", format())
                .close("numFmts");
        xml.open("fonts", "count", 1)
                .open("font")
                .set("sz", 11)
                .set("name", "Arial")
                .close("font")
                .close("fonts");
        xml.open("fills", "count", 2);
        xml.open("fill").empty("patternFill", "patternType", "none").close("fill");
        xml.open("fill")
                .empty("patternFill", "patternType", "gray125")
                .close("fill")
                .close("fills");
        xml.open("borders", "count", 1).open("border");
        xml.empty("left").empty("right").empty("top").empty("bottom").empty("diagonal");
        xml.close("border").close("borders");
        xml.open("cellStyleXfs", "count", 1).empty("xf").close("cellStyleXfs");
        xml.open("cellXfs", "count", 2).empty("xf", "xfId", 0);
        xml.empty("xf", "xfId", 0, "numFmtId", 164, "applyNumberFormat", 1).close("cellXfs");
        return xml.close("styleSheet").bytes();
    }

    private byte[] sheet() {
        var xml = new Xml().open("worksheet", "xmlns", MAIN).open("sheetData");
        xml.open("row", "r", 1);
        text(xml, 0, 0, corner);
        for (int c = 0; c < columns.size(); c++) {
            text(xml, c + 1, 0, columns.get(c).name);
        }
        xml.close("row");
        for (int r = 0; r < categories.size(); r++) {
            xml.open("row", "r", r + 2);
            text(xml, 0, r + 1, categories.get(r));
            for (int c = 0; c < columns.size(); c++) {
                double value = columns.get(c).values[r];
                if (!Double.isNaN(value)) {
                    xml.open("c", "r", letters(c + 1) + (r + 2), "s", 1)
                            .text("v", Double.toString(value))
                            .close("c");
                }
            }
            xml.close("row");
        }
        return xml.close("sheetData").close("worksheet").bytes();
    }

    private static void text(Xml xml, int column, int row, String text) {
        xml.open("c", "r", letters(column) + (row + 1), "t", "inlineStr").open("is");
        xml.text("t", text, "xml:space", "preserve").close("is").close("c");
    }
}
