package io.futureos.studio.render.slides;

import static java.util.Collections.unmodifiableMap;

import io.futureos.studio.render.office.Emu;
import io.futureos.studio.render.slides.HostLayout.Spot;
import io.futureos.studio.render.slides.Stage.Box;
import io.futureos.studio.render.slides.Stage.Size;
import io.futureos.studio.render.slides.TemplateFile.Link;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** Finds in a template's file what slides can stand on. */
final class TemplateReader {

    /** Below that, charts and tables can't be read. */
    private static final int LEAST_WIDTH = 360 * Emu.PER_POINT;

    private static final int LEAST_HEIGHT = 200 * Emu.PER_POINT;

    /** So many layouts a message tells of. */
    private static final int MOST_NAMED = 20;

    private static final String ADD = "Add it in the slide master's view of PowerPoint";

    private static final String PRESENTATION = "application/vnd.openxmlformats-officedocument.presentationml.";

    private final TemplateFile file;
    private final String main;
    private final Element presentation;
    private final KeptParts kept = new KeptParts();
    private final List<NamedMaster> masters = new ArrayList<>();

    private record NamedMaster(long id, String part, List<HostLayout> layouts) {}

    TemplateReader(TemplateFile file) {
        this.file = file;
        main = main();
        presentation = file.root(main);
    }

    /** @throws IllegalArgumentException if something is missing */
    HostTemplate read() {
        List<Link> links = file.links(main);
        readMasters(links);
        Optional<Link> notes = TemplateXml.at(presentation, "notesMasterIdLst", "notesMasterId")
                .map(one -> link(links, one, main));
        notes.ifPresent(link -> kept.keep(file, link, main));
        Size slide = size("sldSz").orElseThrow(() -> TemplateFile.refused(main + " does not say how large slides are"));
        HostLayout title =
                layout("Studio Title", HostLayout::lacksForTitle, HostLayout::isTitle, "a title and a subtitle");
        HostLayout content = layout(
                "Studio Content",
                HostLayout::lacksForContent,
                HostLayout::isContent,
                "a title, one placeholder for text or any content, and nothing else to fill");
        Box body = body(content, slide);
        SlideGround ground = ground(content);
        var ids = new LinkedHashMap<String, Long>();
        masters.forEach(master -> ids.put(master.part(), master.id()));
        return new HostTemplate(
                kept,
                unmodifiableMap(ids),
                notes.map(Link::target),
                title,
                content,
                body,
                ground.colour(),
                ground.isPlainBehind(body),
                slide,
                size("notesSz").orElse(Size.NOTES),
                TemplateXml.at(presentation, "defaultTextStyle")
                        .map(style -> Fragment.of(style, "p:defaultTextStyle")));
    }

    private String main() {
        String main = file.links("").stream()
                .filter(link -> link.type().equals("officeDocument"))
                .map(Link::target)
                .findFirst()
                .orElseThrow(() -> TemplateFile.refused("it names no main part, so it is no file of PowerPoint"));
        String type = file.type(main);
        if (!type.equals(PRESENTATION + "presentation.main+xml") && !type.equals(PRESENTATION + "template.main+xml")) {
            throw TemplateFile.refused(
                    main + " is \"" + type + "\", which is no presentation. Save it as .pptx or .potx with PowerPoint");
        }
        return main;
    }

    private void readMasters(List<Link> links) {
        for (Element named : TemplateXml.at(presentation, "sldMasterIdLst").stream()
                .flatMap(list -> TemplateXml.children(list, "sldMasterId").stream())
                .toList()) {
            Link link = link(links, named, main);
            kept.keep(file, link, main);
            masters.add(new NamedMaster(id(named), link.target(), layouts(link.target())));
        }
    }

    private long id(Element named) {
        try {
            return Long.parseLong(named.getAttribute("id"));
        } catch (NumberFormatException e) {
            throw TemplateFile.refused(main + " has a master without a number. Save it anew with PowerPoint", e);
        }
    }

    private List<HostLayout> layouts(String master) {
        Element root = file.root(master);
        var reader = new LayoutReader(root);
        List<Link> links = file.links(master);
        return TemplateXml.at(root, "sldLayoutIdLst").stream()
                .flatMap(list -> TemplateXml.children(list, "sldLayoutId").stream())
                .map(one -> link(links, one, master).target())
                .map(part -> reader.read(part, file.root(part)))
                .toList();
    }

    private static Link link(List<Link> links, Element named, String where) {
        String id = named.getAttributeNS(SlidesFile.RELATIONSHIPS, "id");
        return links.stream()
                .filter(link -> link.id().equals(id))
                .findFirst()
                .orElseThrow(() -> TemplateFile.refused(
                        where + " refers to \"" + id + "\", which leads nowhere. Save it anew with PowerPoint"));
    }

    private Optional<Size> size(String name) {
        return TemplateXml.at(presentation, name)
                .flatMap(one -> TemplateXml.number(one, "cx")
                        .flatMap(width -> TemplateXml.number(one, "cy").map(height -> new Size(width, height))));
    }

    /**
     * The layout of that name, or else one of the first master that has such.
     *
     * @param lacks what is needed and a layout does not have
     * @param isMeant whether a layout is for that, if no name says so
     */
    private HostLayout layout(
            String name, Function<HostLayout, List<String>> lacks, Predicate<HostLayout> isMeant, String needed) {
        Optional<HostLayout> named = masters.stream()
                .flatMap(master -> master.layouts().stream())
                .filter(layout -> layout.name().strip().equalsIgnoreCase(name))
                .findFirst();
        named.map(lacks).filter(missing -> !missing.isEmpty()).ifPresent(missing -> {
            throw TemplateFile.refused("the layout \"" + name + "\" lacks " + String.join(" and ", missing) + ". "
                    + named.map(HostLayout::inWords).orElse("") + ". " + ADD);
        });
        return named.or(() -> masters.stream()
                        .flatMap(master -> meant(master.layouts(), isMeant).stream())
                        .findFirst())
                .orElseThrow(() -> TemplateFile.refused("no layout is named \"" + name + "\", and none has " + needed
                        + ". " + layoutsInWords() + ". " + ADD));
    }

    private static Optional<HostLayout> meant(List<HostLayout> layouts, Predicate<HostLayout> isMeant) {
        return layouts.stream().filter(isMeant).reduce((one, other) -> area(other) > area(one) ? other : one);
    }

    private String layoutsInWords() {
        String all = masters.stream()
                .flatMap(master -> master.layouts().stream())
                .limit(MOST_NAMED)
                .map(HostLayout::inWords)
                .collect(Collectors.joining("; "));
        return all.isEmpty() ? "It has no layouts at all" : all;
    }

    private static long area(HostLayout layout) {
        return layout.text().map(Spot::area).orElse(0L);
    }

    private static Box body(HostLayout content, Size slide) {
        Box whole = content.text().flatMap(Spot::box).orElseThrow();
        Box seen = content.aboveFooters(whole).within(slide.box());
        if (seen.width() < LEAST_WIDTH || seen.height() < LEAST_HEIGHT) {
            throw TemplateFile.refused("the placeholder for text of its layout \"" + content.name() + "\" has room for "
                    + seen.width() / Emu.PER_POINT + " x " + seen.height() / Emu.PER_POINT
                    + " points on the slide; charts need "
                    + LEAST_WIDTH / Emu.PER_POINT + " x " + LEAST_HEIGHT / Emu.PER_POINT + ". Make it larger");
        }
        return seen;
    }

    private SlideGround ground(HostLayout content) {
        String master = masters.stream()
                .filter(one -> one.layouts().contains(content))
                .map(NamedMaster::part)
                .findFirst()
                .orElseThrow();
        Element theme = file.links(master).stream()
                .filter(link -> link.type().equals("theme"))
                .findFirst()
                .map(link -> file.root(link.target()))
                .orElseThrow(() -> TemplateFile.refused(master + " has no theme. Save it anew with PowerPoint"));
        return new SlideGround(file.root(content.part()), file.root(master), theme);
    }
}
