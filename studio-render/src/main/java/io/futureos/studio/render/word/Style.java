package io.futureos.studio.render.word;

/**
 * The paragraph styles of {@code styles.xml} by the role that they play, with as much of their measures as it takes to
 * foresee where pages end. A test holds the two together.
 *
 * <p>Sizes are in points, spaces in twentieths of a point, line heights in 240ths of a line.
 */
enum Style {
    LOGO("Logo", 10, 0, 480, 240, false),
    TITLE("Title", 26, 0, 200, 252, true),
    SUBTITLE("Subtitle", 10, 0, 0, 288, false),
    NORMAL("Normal", 10, 0, 140, 288, false),
    LEAD("Lead", 13, 0, 160, 288, false),
    HEADING_1("Heading1", 17, 480, 180, 252, true),
    HEADING_2("Heading2", 12, 320, 100, 252, true),
    HEADING_3("Heading3", 10, 240, 80, 252, true),
    HEADING_4("Heading4", 10, 200, 60, 252, true),
    CONTENTS_HEADING("TOCHeading", 12, 400, 120, 252, true),
    CONTENTS_1("TOC1", 10, 60, 0, 252, false),
    CONTENTS_2("TOC2", 9, 20, 0, 252, false),
    CAPTION("Caption", 10, 200, 100, 264, true),
    FIGURE("Figure", 10, 0, 240, 240, false),
    QUOTE("Quote", 10, 0, 140, 288, false),
    BULLET_1("ListBullet", 10, 0, 60, 276, false),
    BULLET_2("ListBullet2", 10, 0, 60, 276, false),
    BULLET_3("ListBullet3", 10, 0, 60, 276, false),
    NUMBER_1("ListNumber", 10, 0, 60, 276, false),
    NUMBER_2("ListNumber2", 10, 0, 60, 276, false),
    NUMBER_3("ListNumber3", 10, 0, 60, 276, false),
    CONTINUE_1("ListContinue", 10, 0, 60, 276, false),
    CONTINUE_2("ListContinue2", 10, 0, 60, 276, false),
    CONTINUE_3("ListContinue3", 10, 0, 60, 276, false),
    NOTE("Note", 9, 0, 120, 264, false),
    CAVEAT("Caveat", 10, 0, 0, 276, false),
    CAVEAT_HEADING("CaveatHeading", 10, 320, 0, 276, true),
    REMARK("Remark", 10, 0, 0, 288, true),
    REMARK_AUTHOR("RemarkAuthor", 9, 0, 200, 276, false),
    COLOPHON("Colophon", 8, 400, 0, 264, false),
    TABLE_HEADING("TableHeading", 8.5, 0, 0, 252, true),
    TABLE_TEXT("TableText", 8.5, 0, 0, 252, false),
    TABLE_NUMBER("TableNumber", 8.5, 0, 0, 252, false),
    TABLE_NUMBER_HEADING("TableNumberHeading", 8.5, 0, 0, 252, true),
    AFTER_TABLE("AfterTable", 5, 0, 80, 240, false);

    /** The natural line of Arial and Liberation Sans, in ems. */
    private static final double LINE = 1.149;

    private final String id;
    private final double size;
    private final int before;
    private final int after;
    private final int line;
    private final boolean keptWithNext;

    Style(String id, double size, int before, int after, int line, boolean keptWithNext) {
        this.id = id;
        this.size = size;
        this.before = before;
        this.after = after;
        this.line = line;
        this.keptWithNext = keptWithNext;
    }

    static Style heading(int level) {
        return switch (level) {
            case 1 -> HEADING_1;
            case 2 -> HEADING_2;
            case 3 -> HEADING_3;
            default -> HEADING_4;
        };
    }

    static Style bullet(int level) {
        return level == 1 ? BULLET_1 : level == 2 ? BULLET_2 : BULLET_3;
    }

    static Style number(int level) {
        return level == 1 ? NUMBER_1 : level == 2 ? NUMBER_2 : NUMBER_3;
    }

    static Style continued(int level) {
        return level == 1 ? CONTINUE_1 : level == 2 ? CONTINUE_2 : CONTINUE_3;
    }

    String id() {
        return id;
    }

    double size() {
        return size;
    }

    int before() {
        return before;
    }

    int after() {
        return after;
    }

    int line() {
        return line;
    }

    boolean keptWithNext() {
        return keptWithNext;
    }

    /** From one base line to the next, in points. */
    double lineHeight() {
        return size * LINE * line / 240;
    }
}
