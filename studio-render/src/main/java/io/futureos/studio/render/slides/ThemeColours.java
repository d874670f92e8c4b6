package io.futureos.studio.render.slides;

import io.futureos.studio.render.look.Rgb;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * The colours of a template.
 *
 * @param map which colour of the theme plays which role
 * @param scheme the colours of the theme
 */
record ThemeColours(Optional<Element> map, Optional<Element> scheme) {

    /** The colour in a role such as {@code bg1}, or of a name such as {@code accent2}. */
    Optional<Rgb> named(String role) {
        String name = map.map(roles -> roles.getAttribute(role))
                .filter(mapped -> !mapped.isEmpty())
                .orElse(role);
        return scheme.flatMap(colours -> TemplateXml.at(colours, name))
                .flatMap(colour -> TemplateXml.children(colour).stream().findFirst())
                .flatMap(value -> Rgb.parse("#" + value.getAttribute(value.hasAttribute("lastClr") ? "lastClr" : "val")));
    }

    /** The plain colour that a layout or master gives to its ground, if it does. */
    Optional<Rgb> ofGround(Element root) {
        return Stream.concat(
                        TemplateXml.at(root, "cSld", "bg", "bgPr", "solidFill").stream(),
                        TemplateXml.at(root, "cSld", "bg", "bgRef").stream())
                .flatMap(fill -> TemplateXml.children(fill).stream())
                .filter(colour -> TemplateXml.children(colour).isEmpty())
                .findFirst()
                .flatMap(colour -> switch (String.valueOf(colour.getLocalName())) {
                    case "schemeClr" -> named(colour.getAttribute("val"));
                    case "srgbClr" -> Rgb.parse("#" + colour.getAttribute("val"));
                    default -> Optional.empty();
                });
    }
}
