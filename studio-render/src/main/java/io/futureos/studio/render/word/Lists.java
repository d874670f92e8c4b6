package io.futureos.studio.render.word;

import io.futureos.studio.render.office.Xml;

/** The numberings of a document: one of bullets for all lists, and one for each list that counts. */
final class Lists {

    static final int DEEPEST = 8;

    private static final int BULLETS = 1;
    private static final int COUNTING = 2;

    /** In twentieths of a point. */
    private static final int INDENT = 360;

    private int counted;

    int bullets() {
        return 1;
    }

    /** The number of a list that begins at one. */
    int counting() {
        counted++;
        return 1 + counted;
    }

    byte[] numbering() {
        var xml = new Xml().open("w:numbering", "xmlns:w", WordFile.MAIN);
        write(xml, BULLETS, "bullet");
        write(xml, COUNTING, "decimal");
        xml.open("w:num", "w:numId", 1)
                .empty("w:abstractNumId", "w:val", BULLETS)
                .close("w:num");
        for (int list = 2; list <= 1 + counted; list++) {
            xml.open("w:num", "w:numId", list).empty("w:abstractNumId", "w:val", COUNTING);
            xml.open("w:lvlOverride", "w:ilvl", 0)
                    .empty("w:startOverride", "w:val", 1)
                    .close("w:lvlOverride");
            xml.close("w:num");
        }
        return xml.close("w:numbering").bytes();
    }

    private static void write(Xml xml, int id, String kind) {
        xml.open("w:abstractNum", "w:abstractNumId", id).empty("w:multiLevelType", "w:val", "hybridMultilevel");
        for (int level = 0; level <= DEEPEST; level++) {
            xml.open("w:lvl", "w:ilvl", level).empty("w:start", "w:val", 1).empty("w:numFmt", "w:val", kind);
            xml.empty("w:lvlText", "w:val", kind.equals("bullet") ? "•" : "%" + (level + 1) + ".");
            xml.empty("w:lvlJc", "w:val", "left").open("w:pPr");
            xml.empty("w:ind", "w:left", INDENT * (level + 1), "w:hanging", INDENT);
            xml.close("w:pPr").close("w:lvl");
        }
        xml.close("w:abstractNum");
    }
}
