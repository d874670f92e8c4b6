package io.futureos.studio.render.slides;

import io.futureos.studio.render.office.OfficePackage;
import io.futureos.studio.render.office.OfficePackage.Content;
import io.futureos.studio.render.office.OfficePackage.Part;
import io.futureos.studio.render.slides.TemplateFile.Link;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** What of a template goes into the files made on it: masters, and all that they need. Each part gets a name of ours. */
final class KeptParts {

    private final Map<String, Kept> parts = new LinkedHashMap<>();
    private final Map<Kind, Integer> numbers = new EnumMap<>(Kind.class);

    /** What may be kept, by the name of the relationship that leads to it. */
    private enum Kind {
        MASTER("slideMaster", "ppt/slideMasters/slideMaster", "presentationml.slideMaster+xml"),
        LAYOUT("slideLayout", "ppt/slideLayouts/slideLayout", "presentationml.slideLayout+xml"),
        NOTES_MASTER("notesMaster", "ppt/notesMasters/notesMaster", "presentationml.notesMaster+xml"),
        THEME("theme", "ppt/theme/theme", "theme+xml"),
        THEME_OVERRIDE("themeOverride", "ppt/theme/themeOverride", "themeOverride+xml"),
        TAGS("tags", "ppt/tags/tag", "presentationml.tags+xml"),
        /** Its name is not that of the pictures that a report brings. */
        PICTURE("image", "ppt/media/template", "image/"),
        PHOTO("http://schemas.microsoft.com/office/2007/relationships/hdphoto", "ppt/media/photo", "image/");

        private final String link;
        private final String path;
        private final String type;

        Kind(String link, String path, String type) {
            this.link = link;
            this.path = path;
            this.type = type;
        }

        static Optional<Kind> of(String link) {
            for (Kind kind : values()) {
                if (kind.link.equals(link)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }

        boolean isPicture() {
            return type.endsWith("/");
        }
    }

    private record Kept(String name, String type, Content content, List<Link> links) {}

    /** Keeps the part behind {@code link}, and all that it needs. */
    void keep(TemplateFile file, Link link, String from) {
        if (parts.containsKey(link.target())) {
            return;
        }
        Kind kind = Kind.of(link.type())
                .orElseThrow(() -> TemplateFile.refused(from + " uses " + link.target() + ", which is of the kind \""
                        + link.type() + "\"; masters and layouts may have text, shapes and pictures. Remove it there"));
        byte[] content = file.content(link.target());
        List<Link> links = kind.isPicture() ? List.of() : file.links(link.target());
        if (!kind.isPicture()) {
            check(link.target(), file.root(link.target()), links);
        }
        int number = numbers.merge(kind, 1, Integer::sum);
        String name = kind.path + number + "." + (kind.isPicture() ? ending(link.target()) : "xml");
        String type = kind.isPicture() ? pictureType(link.target(), file.type(link.target())) : kind.type;
        parts.put(link.target(), new Kept(name, type, out -> out.write(content), links));
        links.forEach(next -> keep(file, next, link.target()));
    }

    private static String ending(String part) {
        return part.substring(part.lastIndexOf('.') + 1)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "");
    }

    private static String pictureType(String part, String type) {
        if (!type.matches("image/[a-zA-Z0-9.+-]+")) {
            throw TemplateFile.refused(
                    part + " is used as a picture, but is declared as \"" + type + "\". Insert the picture anew");
        }
        return type;
    }

    /** Programs repair, or refuse, a part that names what it has no relationship to. */
    private static void check(String part, Element root, List<Link> links) {
        Set<String> known = new HashSet<>(Set.of(""));
        links.forEach(link -> known.add(link.id()));
        for (Element element : TemplateXml.all(root)) {
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                if (element.getAttributes().item(i) instanceof Attr attribute) {
                    boolean isLink = SlidesFile.RELATIONSHIPS.equals(attribute.getNamespaceURI());
                    if (isLink && !known.contains(attribute.getValue())) {
                        throw TemplateFile.refused(part + " refers to " + attribute.getValue()
                                + ", which leads nowhere. Save it anew with PowerPoint");
                    }
                }
            }
            String action = element.getAttribute("action");
            if (action.startsWith("ppaction://") && !action.startsWith("ppaction://hlinkshowjump")) {
                throw TemplateFile.refused(
                        part + " has a button that starts something (" + action + "). Remove its action");
            }
        }
    }

    /** Adds all that is kept to a file that is being made; answers the parts by their names in the template. */
    Map<String, Part> addTo(OfficePackage made) {
        var added = new LinkedHashMap<String, Part>();
        parts.forEach((name, kept) -> {
            Part part = made.add(kept.name(), kept.type());
            part.fill(kept.content());
            added.put(name, part);
        });
        parts.forEach((name, kept) -> kept.links().forEach(link -> {
            Part part = added.get(name);
            Part target = added.get(link.target());
            if (part != null && target != null) {
                part.relateAs(link.id(), link.type(), target);
            }
        }));
        return added;
    }
}
