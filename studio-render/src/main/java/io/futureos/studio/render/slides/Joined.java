package io.futureos.studio.render.slides;

import io.futureos.studio.render.slides.Slide.Block;
import io.futureos.studio.render.slides.Slide.Figure;
import io.futureos.studio.render.slides.Slide.Layout;
import io.futureos.studio.render.slides.Slide.Paragraph;
import io.futureos.studio.render.slides.Slide.Text;
import io.futureos.studio.render.slides.Template.Room;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.TextNode;

/** Puts a chapter's opening and short parts on one slide, where each alone would leave it nearly empty. */
final class Joined {

    /** A slide with less than that is worth joining, as a share of the room. */
    private static final double SPARSE = 0.55;

    private Joined() {}

    static List<Slide> of(List<Slide> slides, Room room) {
        var joined = new ArrayList<Slide>();
        int from = 0;
        while (from < slides.size()) {
            int to = from + 1;
            while (to < slides.size() && belongTogether(slides.subList(from, to + 1), room)) {
                to++;
            }
            joined.add(to == from + 1 ? slides.get(from) : join(slides.subList(from, to)));
            from = to;
        }
        return joined;
    }

    private static boolean belongTogether(List<Slide> slides, Room room) {
        String chapter = chapter(slides.get(0));
        boolean areParts = slides.stream()
                .allMatch(slide -> slide.layout() == Layout.CONTENT
                        && chapter(slide).equals(chapter)
                        && slide.blocks().stream().noneMatch(Figure.class::isInstance));
        boolean isSparse =
                slides.stream().anyMatch(slide -> Slide.height(slide.blocks(), room.width()) < SPARSE * room.height());
        long titles = slides.stream().map(Slide::title).distinct().count();
        return areParts
                && isSparse
                && titles == slides.size()
                && Slide.height(blocks(slides), room.width()) <= room.heightBelow(chapter);
    }

    private static String chapter(Slide slide) {
        return slide.above().isEmpty() ? slide.title() : slide.above();
    }

    private static Slide join(List<Slide> slides) {
        var notes = new ArrayList<String>();
        for (Slide slide : slides) {
            notes.removeAll(slide.notes()); // what several parts say, as their sources, is said once
            notes.addAll(slide.notes());
        }
        List<String> anchors =
                slides.stream().flatMap(slide -> slide.anchors().stream()).toList();
        return new Slide(Layout.CONTENT, anchors, "", chapter(slides.get(0)), blocks(slides), notes);
    }

    /** Each part's title is a heading above what follows it; the opening has the chapter's, which is the slide's. */
    private static List<Block> blocks(List<Slide> slides) {
        var blocks = new ArrayList<Block>();
        for (Slide slide : slides) {
            if (slide.above().isEmpty()) {
                blocks.addAll(slide.blocks());
                continue;
            }
            var heading = new Paragraph(Paragraph.Kind.HEADING, 0, 0, List.of(new TextNode(slide.title())));
            List<Block> own = slide.blocks();
            if (own.get(0) instanceof Text first && !first.isRemark()) {
                var paragraphs = new ArrayList<Paragraph>(List.of(heading));
                paragraphs.addAll(first.paragraphs());
                own = new ArrayList<>(own);
                own.set(0, new Text(paragraphs));
            } else {
                blocks.add(new Text(List.of(heading)));
            }
            blocks.addAll(own);
        }
        return blocks;
    }
}
