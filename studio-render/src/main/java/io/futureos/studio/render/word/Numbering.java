package io.futureos.studio.render.word;

import io.futureos.studio.render.office.Xml;

/** The definitions behind bullets and numbers; each ordered list begins again at 1 by an instance of its own. */
final class Numbering {

    static final int LEVELS = 9;

    private static final int BULLETS = 1;
    private static final int NUMBERS = 2;

    /** Word numbers no more lists than this; those after it go on counting. */
    private static final int MOST = 2_000;

    private static final int STEP = 340;

    private int last = NUMBERS;

    static int bullets() {
        return BULLETS;
    }

    /** A list that begins at 1. */
    int begin() {
        last = Math.min(last + 1, MOST);
        return last;
    }

    byte[] xml() {
        var xml = new Xml().open("w:numbering", "xmlns:w", WordFile.MAIN);
        define(xml, BULLETS, "ListBullet");
        define(xml, NUMBERS, "ListNumber");
        for (int id = BULLETS; id <= last; id++) {
            xml.open("w:num", "w:numId", id);
            xml.empty("w:abstractNumId", "w:val", Math.min(id, NUMBERS));
            for (int level = 0; level < LEVELS && id > NUMBERS; level++) {
                xml.open("w:lvlOverride", "w:ilvl", level);
                xml.empty("w:startOverride", "w:val", "1").close();
            }
            xml.close();
        }
        return xml.close("w:numbering").bytes();
    }

    private static void define(Xml xml, int id, String style) {
        xml.open("w:abstractNum", "w:abstractNumId", id);
        xml.empty("w:multiLevelType", "w:val", "hybridMultilevel");
        for (int level = 0; level < LEVELS; level++) {
            xml.open("w:lvl", "w:ilvl", level);
            xml.empty("w:start", "w:val", "1");
            xml.empty("w:numFmt", "w:val", id == BULLETS ? "bullet" : level % 3 == 1 ? "lowerLetter" : "decimal");
            if (level < 3) {
                xml.empty("w:pStyle", "w:val", level == 0 ? style : style + (level + 1));
            }
            String bullet = level % 2 == 0 ? "\u2022" : "\u2013";
            xml.empty("w:lvlText", "w:val", id == BULLETS ? bullet : "%" + (level + 1) + ".");
            xml.empty("w:lvlJc", "w:val", "left");
            xml.open("w:pPr");
            xml.empty("w:ind", "w:left", STEP * (level + 1), "w:hanging", STEP);
            xml.close().close();
        }
        xml.close();
    }
}
