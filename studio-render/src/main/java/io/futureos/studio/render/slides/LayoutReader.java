package io.futureos.studio.render.slides;

import io.futureos.studio.render.slides.HostLayout.Spot;
import io.futureos.studio.render.slides.Stage.Box;
import io.futureos.studio.render.slides.Stage.Placeholder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Reads the layouts of one master; what a layout leaves open is as the master has it. */
final class LayoutReader {

    /** What text has around it unless somebody says otherwise (ECMA-376 part 1, 21.1.2.1.1), in English Metric Units. */
    private static final int SIDE = 91_440;

    private static final int ABOVE = 45_720;

    /** Of letters whose size is nowhere stated, in hundredths of a point; programs differ in what they take then. */
    private static final int TITLE = 2_800;

    private static final int TEXT = 1_800;

    /** Of any letters, in points. */
    private static final int LARGEST = 400;

    private final Element master;
    private final List<Element> masters;

    LayoutReader(Element master) {
        this.master = master;
        this.masters = shapes(master);
    }

    HostLayout read(String part, Element layout) {
        Element content = TemplateXml.at(layout, "cSld")
                .orElseThrow(() -> TemplateFile.refused(part + " has no content. Save it anew with PowerPoint"));
        List<Spot> spots = shapes(layout).stream().map(this::spot).toList();
        return new HostLayout(
                part,
                content.getAttribute("name"),
                spots,
                TemplateXml.at(layout, "clrMapOvr", "overrideClrMapping")
                        .map(map -> Fragment.of(map, "a:overrideClrMapping")));
    }

    /** The placeholders of a layout or master. */
    private static List<Element> shapes(Element root) {
        return TemplateXml.at(root, "cSld", "spTree").stream()
                .flatMap(tree -> TemplateXml.children(tree, "sp").stream())
                .filter(shape -> placeholder(shape).isPresent())
                .toList();
    }

    private static Optional<Element> placeholder(Element shape) {
        return TemplateXml.at(shape, "nvSpPr", "nvPr", "ph");
    }

    private Spot spot(Element shape) {
        Element place = placeholder(shape).orElseThrow();
        String type = place.getAttribute("type");
        String kind = kind(type);
        Stream<Element> others = masters.stream()
                .filter(other -> placeholder(other)
                        .filter(one -> kind(one.getAttribute("type")).equals(kind))
                        .isPresent())
                .limit(1);
        List<Element> line = Stream.concat(Stream.of(shape), others).toList();
        Optional<Box> box = box(line);
        String name = TemplateXml.at(shape, "nvSpPr", "cNvPr")
                .map(one -> one.getAttribute("name"))
                .orElse("");
        return new Spot(
                name,
                new Placeholder(type, place.getAttribute("idx"), box.map(room -> lettering(line, kind, room))),
                place.getAttribute("orient").equals("vert"),
                box);
    }

    /** What of the master a placeholder takes after. */
    private static String kind(String type) {
        return HostLayout.TITLES.contains(type) ? "title" : HostLayout.FRAMES.contains(type) ? type : "body";
    }

    private static Optional<Box> box(List<Element> line) {
        int left = margin(line, "lIns", SIDE);
        int top = margin(line, "tIns", ABOVE);
        int right = margin(line, "rIns", SIDE);
        int bottom = margin(line, "bIns", ABOVE);
        return first(line, shape -> TemplateXml.at(shape, "spPr", "xfrm"))
                .flatMap(LayoutReader::corners)
                .map(whole -> new Box(
                        whole.left() + left,
                        whole.top() + top,
                        whole.width() - left - right,
                        whole.height() - top - bottom));
    }

    /** The place of a shape, of which turns are not heeded. */
    static Optional<Box> corners(Element frame) {
        Optional<Element> at = TemplateXml.at(frame, "off");
        Optional<Element> size = TemplateXml.at(frame, "ext");
        return at.flatMap(off -> TemplateXml.number(off, "x"))
                .flatMap(x -> at.flatMap(off -> TemplateXml.number(off, "y"))
                        .flatMap(y -> size.flatMap(ext -> TemplateXml.number(ext, "cx"))
                                .flatMap(width -> size.flatMap(ext -> TemplateXml.number(ext, "cy"))
                                        .map(height -> new Box(x, y, width, height)))));
    }

    private static int margin(List<Element> line, String name, int otherwise) {
        return number(line, shape -> TemplateXml.at(shape, "txBody", "bodyPr"), name)
                .orElse(otherwise);
    }

    /** How the first level of text looks: as the placeholder says, or else its master, or else the master's style. */
    private Lettering lettering(List<Element> line, String kind, Box box) {
        String style = switch (kind) {
            case "title" -> "titleStyle";
            case "body" -> "bodyStyle";
            default -> "otherStyle";
        };
        List<Element> levels = Stream.concat(
                        line.stream().flatMap(shape -> TemplateXml.at(shape, "txBody", "lstStyle", "lvl1pPr").stream()),
                        TemplateXml.at(master, "txStyles", style, "lvl1pPr").stream())
                .toList();
        Function<Element, Optional<Element>> letters = level -> TemplateXml.at(level, "defRPr");
        Optional<Integer> stated = number(levels, letters, "sz");
        double size = stated.orElse(kind.equals("title") ? TITLE : TEXT) / 100.0;
        double spacing = number(levels, level -> TemplateXml.at(level, "lnSpc", "spcPct"), "val")
                        .orElse(100_000)
                / 100_000.0;
        boolean isBold = Set.of("1", "true").contains(word(levels, letters, "b"));
        boolean isCapital = word(levels, letters, "cap").equals("all");
        List<Fragment> paint = Stream.of("solidFill", "latin")
                .flatMap(name -> first(levels, level -> TemplateXml.at(level, "defRPr", name)).stream())
                .map(one -> Fragment.of(one, "a:" + one.getLocalName()))
                .toList();
        return new Lettering(
                box.widthInPoints(),
                box.heightInPoints(),
                Math.max(1, Math.min(LARGEST, size)),
                stated.isPresent(),
                spacing,
                isBold,
                isCapital,
                paint);
    }

    private static Optional<Element> first(List<Element> line, Function<Element, Optional<Element>> step) {
        return line.stream().flatMap(one -> step.apply(one).stream()).findFirst();
    }

    /** A number of the first that has it. */
    private static Optional<Integer> number(
            List<Element> line, Function<Element, Optional<Element>> step, String attribute) {
        return line.stream()
                .flatMap(one -> step.apply(one).stream())
                .flatMap(one -> TemplateXml.number(one, attribute).stream())
                .findFirst();
    }

    /** A word of the first that has it, or nothing. */
    private static String word(List<Element> line, Function<Element, Optional<Element>> step, String attribute) {
        return line.stream()
                .flatMap(one -> step.apply(one).stream())
                .filter(one -> one.hasAttribute(attribute))
                .findFirst()
                .map(one -> one.getAttribute(attribute))
                .orElse("");
    }
}
