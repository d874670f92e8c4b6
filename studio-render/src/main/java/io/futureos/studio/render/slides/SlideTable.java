package io.futureos.studio.render.slides;

import io.futureos.studio.render.look.Palette;
import io.futureos.studio.render.office.Emu;
import io.futureos.studio.render.office.Xml;
import io.futureos.studio.render.slides.Slide.Table;
import io.futureos.studio.render.slides.Stage.Box;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** Writes a table whose rows have lines below them and nothing else. */
final class SlideTable {

    private static final int MARGIN = (int) (Table.PADDING / 2 * Emu.PER_POINT);

    private final Shapes shapes;
    private final Xml xml;
    private final SlideText text;
    private final Palette palette;

    SlideTable(Shapes shapes, SlideText text, Palette palette) {
        this.shapes = shapes;
        this.xml = shapes.xml;
        this.text = text;
        this.palette = palette;
    }

    void write(Table table, Box box) {
        double width = box.widthInPoints();
        int all = (int) (table.share() * box.width());
        shapes.openFrame("Table", "", box.withWidth(all));
        xml.open("a:graphicData", "uri", "http://schemas.openxmlformats.org/drawingml/2006/table");
        xml.open("a:tbl")
                .empty("a:tblPr", "firstRow", table.head().isEmpty() ? 0 : 1)
                .open("a:tblGrid");
        for (double share : table.shares()) {
            xml.empty("a:gridCol", "w", (int) (share * box.width()));
        }
        xml.close("a:tblGrid");
        table.head().forEach(row -> row(table, row, width, true));
        table.rows().forEach(row -> row(table, row, width, false));
        xml.close("a:tbl");
        shapes.closeFrame();
    }

    private void row(Table table, Element row, double width, boolean isHead) {
        xml.open("a:tr", "h", Math.round(table.height(row, width) * Emu.PER_POINT));
        int column = 0;
        for (Element cell : row.children()) {
            int span = cell.hasAttr("colspan") ? Integer.parseInt(cell.attr("colspan")) : 1;
            span = Math.min(Math.max(1, span), table.columns() - column);
            if (span == 0) {
                break;
            }
            if (span > 1) {
                xml.open("a:tc", "gridSpan", span);
            } else {
                xml.open("a:tc");
            }
            cell(Optional.of(cell), table.size(), isHead);
            for (int hidden = 1; hidden < span; hidden++) {
                xml.open("a:tc", "hMerge", 1);
                cell(Optional.empty(), table.size(), isHead);
            }
            column += span;
        }
        for (; column < table.columns(); column++) {
            xml.open("a:tc");
            cell(Optional.empty(), table.size(), isHead);
        }
        xml.close("a:tr");
    }

    private void cell(Optional<Element> cell, int size, boolean isHead) {
        xml.open("a:txBody").empty("a:bodyPr").empty("a:lstStyle");
        text.cell(cell, size, isHead);
        xml.close("a:txBody");
        xml.open("a:tcPr", "marL", MARGIN, "marR", MARGIN, "marT", 30_000, "marB", 30_000, "anchor", "ctr");
        for (String side : List.of("a:lnL", "a:lnR", "a:lnT")) {
            xml.open(side, "w", 0).empty("a:noFill").close(side);
        }
        xml.open("a:lnB", "w", isHead ? Emu.PER_POINT : Emu.PER_POINT / 2).open("a:solidFill");
        xml.set("a:srgbClr", SlidesFile.hex(isHead ? palette.muted() : palette.rule()));
        xml.close("a:solidFill")
                .close("a:lnB")
                .empty("a:noFill")
                .close("a:tcPr")
                .close("a:tc");
    }
}
