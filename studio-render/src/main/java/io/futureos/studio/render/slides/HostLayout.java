package io.futureos.studio.render.slides;

import io.futureos.studio.render.slides.Stage.Box;
import io.futureos.studio.render.slides.Stage.Placeholder;
import io.futureos.studio.render.slides.Stage.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * A layout of a template, and the placeholders on it.
 *
 * @param part its name in the template
 * @param name as PowerPoint shows it
 * @param colourMap the roles of the theme's colours, where they differ from those of the master
 */
record HostLayout(String part, String name, List<Spot> spots, Optional<Element> colourMap) {

    /** The name of the placeholder for the part of the report that a slide belongs to. */
    private static final String PART = "Studio Part";

    private static final Set<String> TITLES = Set.of("title", "ctrTitle");
    private static final Set<String> FRAMES = Set.of("ftr", "sldNum", "dt", "hdr");

    /** What text has around it unless somebody says otherwise (ECMA-376 part 1, 21.1.2.1.1), in English Metric Units. */
    private static final int SIDE = 91_440;

    private static final int ABOVE = 45_720;

    /**
     * A placeholder with all that it takes over from its master.
     *
     * @param box where its text goes, inside of its margins; empty if neither layout nor master say where it is
     */
    record Spot(String name, Placeholder placeholder, boolean isUpright, Optional<Box> box) {

        boolean isNamed(String wanted) {
            return name.strip().equalsIgnoreCase(wanted);
        }

        boolean isTitle() {
            return TITLES.contains(placeholder.type());
        }

        boolean isSubtitle() {
            return placeholder.type().equals("subTitle");
        }

        /** Whether text, tables and charts may go there. */
        boolean isBody() {
            return Set.of("", "obj", "body").contains(placeholder.type()) && !isUpright && box.isPresent();
        }

        boolean isToFill() {
            return !FRAMES.contains(placeholder.type()) && !isNamed(PART);
        }

        long area() {
            return box.map(one -> (long) one.width() * one.height()).orElse(0L);
        }

        String inWords() {
            String type = placeholder.type().isEmpty() ? "any content" : placeholder.type();
            return "\"" + name + "\" (" + type + (isUpright ? ", upright" : "")
                    + (box.isEmpty() ? ", of unknown place" : "") + ")";
        }
    }

    static HostLayout of(String part, Element layout, Element master) {
        Element content = TemplateXml.at(layout, "cSld")
                .orElseThrow(() -> TemplateFile.refused(part + " has no content. Save it anew with PowerPoint"));
        List<Element> masters = shapes(master);
        var spots = new ArrayList<Spot>();
        for (Element shape : shapes(layout)) {
            spots.add(spot(shape, masters, master));
        }
        return new HostLayout(part, content.getAttribute("name"), List.copyOf(spots), TemplateXml.at(layout, "clrMapOvr", "overrideClrMapping"));
    }

    /** Whether a title slide may stand on it. */
    boolean bearsTitle() {
        return title().isPresent() && subtitle().isPresent();
    }

    /** Whether text, tables and charts may stand on it. */
    boolean bearsContent() {
        return title().isPresent() && text().isPresent();
    }

    /** Whether it is made for that: nothing is left to fill but the title and one place. */
    boolean isContent() {
        return bearsContent() && spots.stream().filter(Spot::isToFill).count() == 2;
    }

    Optional<Spot> title() {
        return spots.stream().filter(Spot::isTitle).findFirst();
    }

    Optional<Spot> subtitle() {
        return named("Studio Subtitle").or(() -> spots.stream().filter(Spot::isSubtitle).findFirst());
    }

    /** The largest one if there are several. */
    Optional<Spot> text() {
        return named("Studio Text").filter(Spot::isBody).or(() -> spots.stream()
                .filter(spot -> spot.isBody() && !spot.isNamed(PART))
                .max(Comparator.comparingLong(Spot::area)));
    }

    private Optional<Spot> ofType(String type) {
        return spots.stream().filter(spot -> spot.placeholder().type().equals(type)).findFirst();
    }

    private Optional<Spot> named(String wanted) {
        return spots.stream().filter(spot -> spot.isNamed(wanted)).findFirst();
    }

    /** What stands where. */
    Map<Role, Placeholder> roles() {
        var roles = new EnumMap<Role, Placeholder>(Role.class);
        title().ifPresent(spot -> roles.put(Role.TITLE, spot.placeholder()));
        subtitle().ifPresent(spot -> roles.put(Role.SUBTITLE, spot.placeholder()));
        named(PART).ifPresent(spot -> roles.put(Role.PART, spot.placeholder()));
        text().ifPresent(spot -> roles.put(Role.TEXT, spot.placeholder()));
        ofType("ftr").ifPresent(spot -> roles.put(Role.FOOTER, spot.placeholder()));
        ofType("sldNum").ifPresent(spot -> roles.put(Role.NUMBER, spot.placeholder()));
        return roles;
    }

    String inWords() {
        String all = spots.stream().map(Spot::inWords).collect(Collectors.joining(", "));
        return "\"" + name + "\" has " + (all.isEmpty() ? "no placeholders" : all);
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

    private static Spot spot(Element shape, List<Element> masters, Element master) {
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
                new Placeholder(type, place.getAttribute("idx"), box.map(room -> lettering(line, master, kind, room))),
                place.getAttribute("orient").equals("vert"),
                box);
    }

    /** What of the master a placeholder takes after. */
    private static String kind(String type) {
        return TITLES.contains(type) ? "title" : FRAMES.contains(type) ? type : "body";
    }

    private static Optional<Box> box(List<Element> line) {
        return first(line, shape -> TemplateXml.at(shape, "spPr", "xfrm")).flatMap(frame -> {
            Optional<Integer> x = TemplateXml.at(frame, "off").flatMap(at -> TemplateXml.number(at, "x"));
            Optional<Integer> y = TemplateXml.at(frame, "off").flatMap(at -> TemplateXml.number(at, "y"));
            Optional<Integer> width = TemplateXml.at(frame, "ext").flatMap(size -> TemplateXml.number(size, "cx"));
            Optional<Integer> height = TemplateXml.at(frame, "ext").flatMap(size -> TemplateXml.number(size, "cy"));
            if (x.isEmpty() || y.isEmpty() || width.isEmpty() || height.isEmpty()) {
                return Optional.empty();
            }
            int left = margin(line, "lIns", SIDE);
            int top = margin(line, "tIns", ABOVE);
            int right = margin(line, "rIns", SIDE);
            int bottom = margin(line, "bIns", ABOVE);
            return Optional.of(new Box(
                    x.get() + left, y.get() + top, width.get() - left - right, height.get() - top - bottom));
        });
    }

    private static int margin(List<Element> line, String name, int otherwise) {
        return number(line, shape -> TemplateXml.at(shape, "txBody", "bodyPr"), name).orElse(otherwise);
    }

    /** How the first level of text looks: as the placeholder says, or else its master, or else the master's style. */
    private static Lettering lettering(List<Element> line, Element master, String kind, Box box) {
        String style =
                switch (kind) {
                    case "title" -> "titleStyle";
                    case "body" -> "bodyStyle";
                    default -> "otherStyle";
                };
        List<Element> levels = Stream.concat(
                        line.stream().flatMap(shape -> TemplateXml.at(shape, "txBody", "lstStyle", "lvl1pPr").stream()),
                        TemplateXml.at(master, "txStyles", style, "lvl1pPr").stream())
                .toList();
        Function<Element, Optional<Element>> letters = level -> TemplateXml.at(level, "defRPr");
        double size = number(levels, letters, "sz").orElse(1_800) / 100.0;
        double spacing = number(levels, level -> TemplateXml.at(level, "lnSpc", "spcPct"), "val").orElse(100_000) / 100_000.0;
        boolean isBold = Set.of("1", "true").contains(word(levels, letters, "b"));
        boolean isCapital = word(levels, letters, "cap").equals("all");
        List<Element> paint = Stream.of("solidFill", "latin")
                .flatMap(name -> first(levels, level -> TemplateXml.at(level, "defRPr", name)).stream())
                .toList();
        return new Lettering(box.widthInPoints(), box.heightInPoints(), size, spacing, isBold, isCapital, paint);
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
