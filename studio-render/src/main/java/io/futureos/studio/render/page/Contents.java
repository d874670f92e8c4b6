package io.futureos.studio.render.page;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** The table of contents, collected while the report is written. */
final class Contents {

    private final List<Line> chapters = new ArrayList<>();

    private record Line(String id, String title, List<Line> parts) {}

    /** Adds a chapter; answers the id that its heading must have. */
    String chapter(String title) {
        String id = "s" + (chapters.size() + 1);
        chapters.add(new Line(id, title, new ArrayList<>()));
        return id;
    }

    /** Adds a part of the last chapter; answers the id that its heading must have. */
    String part(String title) {
        Line chapter = chapters.get(chapters.size() - 1);
        String id = chapter.id() + "-" + (chapter.parts().size() + 1);
        chapter.parts().add(new Line(id, title, List.of()));
        return id;
    }

    void dropLast() {
        chapters.remove(chapters.size() - 1);
    }

    void write(Element navigation, String title) {
        navigation.appendElement("h2").id("contents").text(title);
        write(navigation, chapters);
    }

    private static void write(Element parent, List<Line> lines) {
        Element list = parent.appendElement("ol");
        for (Line line : lines) {
            Element item = list.appendElement("li");
            item.appendElement("a").attr("href", "#" + line.id()).text(line.title());
            if (!line.parts().isEmpty()) {
                write(item, line.parts());
            }
        }
    }
}
