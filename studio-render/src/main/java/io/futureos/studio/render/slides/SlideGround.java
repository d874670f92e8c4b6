package io.futureos.studio.render.slides;

import io.futureos.studio.render.look.Rgb;
import io.futureos.studio.render.slides.Stage.Box;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** What is behind all that stands on a slide. */
final class SlideGround {

    /** A background of that number is the theme's first, which is plain by custom (ECMA-376 part 1, 20.1.4.1.7). */
    private static final String PLAIN = "1001";

    private static final Set<String> DRAWN = Set.of("sp", "pic", "grpSp", "graphicFrame");

    private final Element layout;
    private final Element master;
    private final Element theme;

    SlideGround(Element layout, Element master, Element theme) {
        this.layout = layout;
        this.master = master;
        this.theme = theme;
    }

    /** The colour of the background; what the theme calls so where it has several, or a picture. */
    Rgb colour() {
        return background().flatMap(this::plain).or(() -> named("bg1")).orElse(Rgb.WHITE);
    }

    /** Whether the background has one colour, and there are no pictures or shapes on it in {@code place}. */
    boolean isPlainBehind(Box place) {
        boolean isOneColour = background().map(one -> plain(one).isPresent()).orElse(true);
        boolean showsMaster = !Set.of("0", "false").contains(layout.getAttribute("showMasterSp"));
        Stream<Element> shown = showsMaster ? Stream.of(layout, master) : Stream.of(layout);
        return isOneColour
                && shown.flatMap(root -> TemplateXml.at(root, "cSld", "spTree").stream())
                        .flatMap(tree -> TemplateXml.children(tree).stream())
                        .noneMatch(shape -> isDrawnOver(shape, place));
    }

    private static boolean isDrawnOver(Element shape, Box place) {
        boolean isPlaceholder = TemplateXml.at(shape, "nvSpPr", "nvPr", "ph")
                .or(() -> TemplateXml.at(shape, "nvPicPr", "nvPr", "ph"))
                .isPresent();
        Optional<Box> box = Stream.of("spPr", "grpSpPr")
                .flatMap(name -> TemplateXml.at(shape, name, "xfrm").stream())
                .findFirst()
                .or(() -> TemplateXml.at(shape, "xfrm"))
                .flatMap(LayoutReader::corners)
                .map(one -> one.within(place));
        return DRAWN.contains(String.valueOf(shape.getLocalName()))
                && !isPlaceholder
                && box.filter(common -> common.width() > 0 && common.height() > 0)
                        .isPresent();
    }

    private Optional<Element> background() {
        return TemplateXml.at(layout, "cSld", "bg").or(() -> TemplateXml.at(master, "cSld", "bg"));
    }

    /** The colour of a background that has one, and that one as the theme has it. */
    private Optional<Rgb> plain(Element background) {
        return TemplateXml.at(background, "bgPr", "solidFill")
                .or(() -> TemplateXml.at(background, "bgRef")
                        .filter(one -> one.getAttribute("idx").equals(PLAIN)))
                .flatMap(fill -> TemplateXml.children(fill).stream().findFirst())
                .filter(colour -> TemplateXml.children(colour).isEmpty())
                .flatMap(colour -> switch (String.valueOf(colour.getLocalName())) {
                    case "schemeClr" -> named(colour.getAttribute("val"));
                    case "srgbClr" -> Rgb.parse("#" + colour.getAttribute("val"));
                    default -> Optional.empty();
                });
    }

    /** The colour in a role such as {@code bg1}, or of a name such as {@code accent2}. */
    private Optional<Rgb> named(String role) {
        String name = TemplateXml.at(layout, "clrMapOvr", "overrideClrMapping")
                .or(() -> TemplateXml.at(master, "clrMap"))
                .map(map -> map.getAttribute(role))
                .filter(mapped -> !mapped.isEmpty())
                .orElse(role);
        return TemplateXml.at(theme, "themeElements", "clrScheme", name)
                .flatMap(colour -> TemplateXml.children(colour).stream().findFirst())
                .flatMap(value ->
                        Rgb.parse("#" + value.getAttribute(value.hasAttribute("lastClr") ? "lastClr" : "val")));
    }
}
