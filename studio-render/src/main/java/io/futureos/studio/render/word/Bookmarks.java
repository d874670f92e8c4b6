package io.futureos.studio.render.word;

import io.futureos.studio.render.office.Xml;

/** The places that the contents and the text refer to; names have at most 40 letters, digits and underscores. */
final class Bookmarks {

    private int headings;
    private int count;

    /** The name for the next heading, which may have an id that is linked to. */
    String heading(String id) {
        headings++;
        return id.isEmpty() ? "_Toc" + (100_000_000 + headings) : reference(id);
    }

    static String reference(String id) {
        String name = "_Toc_" + id.replaceAll("[^A-Za-z0-9_]", "_");
        return name.substring(0, Math.min(40, name.length()));
    }

    void start(Xml xml, String name) {
        count++;
        xml.empty("w:bookmarkStart", "w:id", count, "w:name", name);
    }

    void end(Xml xml) {
        xml.empty("w:bookmarkEnd", "w:id", count);
    }
}
