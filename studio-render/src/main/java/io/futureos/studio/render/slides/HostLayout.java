package io.futureos.studio.render.slides;

import io.futureos.studio.render.slides.Stage.Box;
import io.futureos.studio.render.slides.Stage.Placeholder;
import io.futureos.studio.render.slides.Stage.Role;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A layout of a template, and the placeholders on it.
 *
 * @param part its name in the template
 * @param name as PowerPoint shows it
 * @param colourMap the roles of the theme's colours, where they differ from those of the master
 */
record HostLayout(String part, String name, List<Spot> spots, Optional<Fragment> colourMap) {

    /** The name of the placeholder for the part of the report that a slide belongs to. */
    private static final String PART = "Studio Part";

    static final Set<String> TITLES = Set.of("title", "ctrTitle");
    static final Set<String> FRAMES = Set.of("ftr", "sldNum", "dt", "hdr");

    /**
     * A placeholder with all that it takes over from its master.
     *
     * @param box where its text goes, inside of its margins; empty if neither layout nor master say where it is
     */
    record Spot(String name, Placeholder placeholder, boolean isVertical, Optional<Box> box) {

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
            return Set.of("", "obj", "body").contains(placeholder.type()) && !isVertical && box.isPresent();
        }

        boolean isToFill() {
            return !FRAMES.contains(placeholder.type()) && !isNamed(PART);
        }

        long area() {
            return box.map(one -> (long) one.width() * one.height()).orElse(0L);
        }

        String inWords() {
            String type = placeholder.type().isEmpty() ? "any content" : placeholder.type();
            return "\"" + name + "\" (" + type + (isVertical ? ", vertical" : "")
                    + (box.isEmpty() ? ", of unknown place" : "") + ")";
        }
    }

    /** What a title slide needs and is not here. */
    List<String> lacksForTitle() {
        return Stream.concat(
                        title().isEmpty() ? Stream.of("a title") : Stream.empty(),
                        subtitle().isEmpty()
                                ? Stream.of("a subtitle, or a placeholder named \"Studio Subtitle\"")
                                : Stream.empty())
                .toList();
    }

    boolean isTitle() {
        return lacksForTitle().isEmpty();
    }

    /** What slides with text, tables and charts need and is not here. */
    List<String> lacksForContent() {
        return Stream.concat(
                        title().isEmpty() ? Stream.of("a title") : Stream.empty(),
                        text().isEmpty() ? Stream.of("a placeholder for text or any content") : Stream.empty())
                .toList();
    }

    /** Whether it is made for these: nothing is left to fill but the title and one place. */
    boolean isContent() {
        return lacksForContent().isEmpty()
                && spots.stream().filter(Spot::isToFill).count() == 2;
    }

    Optional<Spot> title() {
        return spots.stream().filter(Spot::isTitle).findFirst();
    }

    Optional<Spot> subtitle() {
        return named("Studio Subtitle")
                .or(() -> spots.stream().filter(Spot::isSubtitle).findFirst());
    }

    /** The largest one if there are several. */
    Optional<Spot> text() {
        return named("Studio Text")
                .filter(Spot::isBody)
                .or(() -> spots.stream()
                        .filter(spot -> spot.isBody() && !spot.isNamed(PART))
                        .max(Comparator.comparingLong(Spot::area)));
    }

    /** What of {@code body} is above footer and slide number, which some layouts lay over it. */
    Box aboveFooters(Box body) {
        int bottom = Stream.of(ofType("ftr"), ofType("sldNum"))
                .flatMap(spot -> spot.flatMap(Spot::box).stream())
                .filter(box -> box.left() < body.left() + body.width() && body.left() < box.left() + box.width())
                .mapToInt(Box::top)
                .filter(top -> top > body.top() + body.height() / 2)
                .reduce(body.top() + body.height(), Math::min);
        return body.withHeight(bottom - body.top());
    }

    private Optional<Spot> ofType(String type) {
        return spots.stream()
                .filter(spot -> spot.placeholder().type().equals(type))
                .findFirst();
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
}
