package io.futureos.studio.render.slides;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.render.look.Look;
import io.futureos.studio.render.look.Rgb;
import io.futureos.studio.render.office.OfficePackage;
import io.futureos.studio.render.office.OfficePackage.Part;
import io.futureos.studio.render.slides.HostLayout.Spot;
import io.futureos.studio.render.slides.Stage.Box;
import io.futureos.studio.render.slides.Stage.Ground;
import io.futureos.studio.render.slides.Stage.Master;
import io.futureos.studio.render.slides.Stage.Size;
import io.futureos.studio.render.slides.TemplateFile.Link;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** A template that the host gives, of which the whole is checked when it is read. */
final class HostTemplate implements Template {

    private static final int POINT = 12_700;

    /** Between the subtitle and what stands below it. */
    private static final int GAP = 12 * POINT;

    /** Below that, charts and tables can't be read. */
    private static final int LEAST_WIDTH = 360 * POINT;

    private static final int LEAST_HEIGHT = 200 * POINT;

    /** So many layouts a message tells of. */
    private static final int MOST_NAMED = 20;

    private static final String PRESENTATION = "application/vnd.openxmlformats-officedocument.presentationml.";

    private final TemplateFile file;
    private final KeptParts kept;
    private final Element presentation;
    private final List<NamedMaster> masters = new ArrayList<>();
    private final Optional<Link> notesMaster;
    private final Size slide;
    private final HostLayout title;
    private final HostLayout content;
    private final Box body;
    private final Rgb ground;

    private record NamedMaster(long id, String part, List<HostLayout> layouts) {}

    /**
     * Reads a template; the stream stays open.
     *
     * @throws IllegalArgumentException if it is refused; the message says why, and what to do
     */
    HostTemplate(InputStream in) throws IOException {
        file = TemplateFile.read(in);
        kept = new KeptParts(file);
        String main = main();
        presentation = file.root(main);
        List<Link> links = file.links(main);
        readMasters(main, links);
        notesMaster = TemplateXml.at(presentation, "notesMasterIdLst", "notesMasterId")
                .map(one -> link(links, one, main));
        notesMaster.ifPresent(link -> kept.keep(link, main));
        slide = size("sldSz").orElseThrow(() -> TemplateFile.refused(main + " does not say how large slides are"));
        title = layout(
                "Studio Title", "a title and a subtitle", HostLayout::bearsTitle, HostLayout::bearsTitle);
        content = layout(
                "Studio Content",
                "a title and one placeholder for text or any content",
                HostLayout::bearsContent,
                HostLayout::isContent);
        body = body();
        ground = ground();
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

    private void readMasters(String main, List<Link> links) {
        for (Element named : TemplateXml.at(presentation, "sldMasterIdLst").stream()
                .flatMap(list -> TemplateXml.children(list, "sldMasterId").stream())
                .toList()) {
            Link link = link(links, named, main);
            kept.keep(link, main);
            masters.add(new NamedMaster(id(named, main), link.target(), layouts(link.target())));
        }
    }

    private static long id(Element named, String main) {
        try {
            return Long.parseLong(named.getAttribute("id"));
        } catch (NumberFormatException e) {
            throw TemplateFile.refused(main + " has a master without a number. Save it anew with PowerPoint", e);
        }
    }

    private List<HostLayout> layouts(String master) {
        Element root = file.root(master);
        List<Link> links = file.links(master);
        return TemplateXml.at(root, "sldLayoutIdLst").stream()
                .flatMap(list -> TemplateXml.children(list, "sldLayoutId").stream())
                .map(one -> link(links, one, master).target())
                .map(part -> HostLayout.of(part, file.root(part), root))
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
     * @param bears whether text has the places it needs on a layout
     * @param isMeant whether a layout is for that, if no name says so
     */
    private HostLayout layout(
            String name, String needed, Predicate<HostLayout> bears, Predicate<HostLayout> isMeant) {
        Optional<HostLayout> named = masters.stream()
                .flatMap(master -> master.layouts().stream())
                .filter(layout -> layout.name().strip().equalsIgnoreCase(name))
                .findFirst();
        if (named.isPresent() && !bears.test(named.get())) {
            throw TemplateFile.refused("its layout needs " + needed + ", but "
                    + named.get().inWords() + ". Add what is missing in the slide master's view of PowerPoint");
        }
        return named.or(() -> masters.stream()
                        .flatMap(master -> master.layouts().stream().filter(isMeant).reduce(HostTemplate::roomier).stream())
                        .findFirst())
                .orElseThrow(() -> TemplateFile.refused("no layout is named \"" + name + "\", and none has " + needed
                        + " and nothing else to fill. " + layoutsInWords()
                        + ". Add such a layout in the slide master's view of PowerPoint"));
    }

    private String layoutsInWords() {
        String all = masters.stream()
                .flatMap(master -> master.layouts().stream())
                .limit(MOST_NAMED)
                .map(HostLayout::inWords)
                .collect(Collectors.joining("; "));
        return all.isEmpty() ? "It has no layouts at all" : all;
    }

    private static HostLayout roomier(HostLayout one, HostLayout other) {
        return area(other) > area(one) ? other : one;
    }

    private static long area(HostLayout layout) {
        return layout.text().map(Spot::area).orElse(0L);
    }

    private Box body() {
        Box whole = content.text().flatMap(Spot::box).orElseThrow();
        Box seen = whole.within(slide.box());
        if (seen.width() < LEAST_WIDTH || seen.height() < LEAST_HEIGHT) {
            throw TemplateFile.refused("the placeholder for text of its layout \"" + content.name() + "\" has room for "
                    + seen.width() / POINT + " x " + seen.height() / POINT + " points on the slide; charts need "
                    + LEAST_WIDTH / POINT + " x " + LEAST_HEIGHT / POINT + ". Make it larger");
        }
        return seen;
    }

    /** The colour of the slides' ground; what the theme calls so where that is a picture, or a mixture. */
    private Rgb ground() {
        NamedMaster master = masters.stream()
                .filter(one -> one.layouts().contains(content))
                .findFirst()
                .orElseThrow();
        Element root = file.root(master.part());
        Optional<Element> map = content.colourMap().or(() -> TemplateXml.at(root, "clrMap"));
        Optional<Element> scheme = file.links(master.part()).stream()
                .filter(link -> link.type().equals("theme"))
                .findFirst()
                .flatMap(theme -> TemplateXml.at(file.root(theme.target()), "themeElements", "clrScheme"));
        var colours = new ThemeColours(map, scheme);
        return colours.ofGround(file.root(content.part()))
                .or(() -> colours.ofGround(root))
                .orElseGet(() -> colours.named("bg1").orElse(Rgb.WHITE));
    }

    @Override
    public Colours colours(Look look) {
        boolean isDark = ground.contrast(Rgb.WHITE) > ground.contrast(Rgb.BLACK);
        return new Colours((isDark ? look.dark() : look.light()).on(ground), false);
    }

    @Override
    public Room room() {
        return new Room(body.widthInPoints(), body.heightInPoints(), 0);
    }

    @Override
    public Stage addTo(OfficePackage made, Look look) {
        Map<String, Part> parts = kept.addTo(made);
        var numbered = new ArrayList<Master>();
        masters.forEach(master -> numbered.add(new Master(master.id(), part(parts, master.part()))));
        Part notes = notesMaster.isPresent()
                ? part(parts, notesMaster.get().target())
                : OwnTemplate.notesMaster(made, look);
        return new Stage(
                numbered,
                notes,
                ground(title, parts, belowSubtitle()),
                ground(content, parts, body),
                slide,
                size("notesSz").orElse(Size.NOTES),
                TemplateXml.at(presentation, "defaultTextStyle"));
    }

    private static Part part(Map<String, Part> parts, String name) {
        return requireNonNull(parts.get(name), name);
    }

    private Box belowSubtitle() {
        Box subtitle = title.subtitle().flatMap(Spot::box).orElse(body).within(slide.box());
        return subtitle.below(subtitle.top() + subtitle.height() + GAP);
    }

    private static Ground ground(HostLayout layout, Map<String, Part> parts, Box room) {
        return new Ground(part(parts, layout.part()), layout.roles(), room, 0, false, layout.colourMap());
    }
}
