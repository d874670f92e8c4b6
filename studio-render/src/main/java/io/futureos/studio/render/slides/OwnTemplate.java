package io.futureos.studio.render.slides;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.futureos.studio.render.look.Look;
import io.futureos.studio.render.look.Palette;
import io.futureos.studio.render.office.Emu;
import io.futureos.studio.render.office.OfficeLanguage;
import io.futureos.studio.render.office.OfficePackage;
import io.futureos.studio.render.office.OfficePackage.Part;
import io.futureos.studio.render.slides.Stage.Box;
import io.futureos.studio.render.slides.Stage.Ground;
import io.futureos.studio.render.slides.Stage.Master;
import io.futureos.studio.render.slides.Stage.Placeholder;
import io.futureos.studio.render.slides.Stage.Role;
import io.futureos.studio.render.slides.Stage.Size;
import io.futureos.studio.render.wording.PageTerm;
import io.futureos.studio.render.wording.Term;
import io.futureos.studio.render.wording.Wording;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The template that comes with the library: white, 16:9, in the colours of the look. */
final class OwnTemplate implements Template {

    /** The ids of masters and layouts begin here (ECMA-376 part 1, 19.7.3). */
    static final long FIRST_MASTER = 2_147_483_648L;

    private static final Size SLIDE = new Size(12_192_000, 6_858_000);

    /** As in {@code master.xml} and {@code layout-title.xml}. */
    private static final Box BODY = new Box(610_000, 1_480_000, 10_972_000, 4_790_000);

    private static final int TITLE_LINE = 26 * Emu.PER_POINT;
    private static final Box BELOW_SUBTITLE = new Box(610_000, 4_500_000, 10_972_000, 1_750_000);

    private static final Map<Role, Placeholder> ON_TITLE =
            Map.of(Role.TITLE, new Placeholder("ctrTitle", ""), Role.SUBTITLE, new Placeholder("subTitle", "1"));

    private static final Map<Role, Placeholder> ON_CONTENT = Map.of(
            Role.TITLE, new Placeholder("title", ""),
            Role.PART, new Placeholder("body", "13"),
            Role.TEXT, new Placeholder("body", "1"),
            Role.FOOTER, new Placeholder("ftr", "11"),
            Role.NUMBER, new Placeholder("sldNum", "12"));

    /** What stands in the places that nobody filled yet. */
    private static final Map<String, Term> EMPTY = Map.of(
            "{finding}", PageTerm.FINDING_HERE,
            "{part}", PageTerm.PART_HERE,
            "{text}", PageTerm.TEXT_HERE,
            "{notes}", PageTerm.NOTES_HERE,
            "{report}", PageTerm.REPORT_HERE,
            "{made}", PageTerm.MADE_HERE);

    @Override
    public Colours colours(Look look) {
        return new Colours(look.light(), true, false);
    }

    @Override
    public Room room() {
        return new Room(BODY.widthInPoints(), BODY.heightInPoints(), TITLE_LINE / (double) Emu.PER_POINT);
    }

    @Override
    public Stage addTo(OfficePackage file, Look look, Wording wording) {
        Part theme = file.add("ppt/theme/theme1.xml", "theme+xml", resource("theme.xml", look, wording));
        Part master = file.add("ppt/slideMasters/slideMaster1.xml", "presentationml.slideMaster+xml");
        Part title = layout(file, 1, resource("layout-title.xml", look, wording), master);
        Part content = layout(file, 2, resource("layout-content.xml", look, wording), master);
        master.relate("theme", theme);
        master.fill(resource("master.xml", look, wording));
        return new Stage(
                List.of(new Master(FIRST_MASTER, master)),
                notesMaster(file, look, wording),
                new Ground(title, ON_TITLE, BELOW_SUBTITLE, 0, true, Optional.empty()),
                new Ground(content, ON_CONTENT, BODY, TITLE_LINE, false, Optional.empty()),
                SLIDE,
                Size.NOTES,
                Optional.empty());
    }

    private static Part layout(OfficePackage file, int number, byte[] content, Part master) {
        String name = "ppt/slideLayouts/slideLayout" + number + ".xml";
        Part layout = file.add(name, "presentationml.slideLayout+xml", content);
        layout.relate("slideMaster", master);
        master.relate("slideLayout", layout);
        return layout;
    }

    /** The master of the notes, with a theme of its own, as programs demand. */
    static Part notesMaster(OfficePackage file, Look look, Wording wording) {
        Part theme = file.add("ppt/theme/notesTheme.xml", "theme+xml", resource("theme.xml", look, wording));
        Part master = file.add(
                "ppt/notesMasters/notesMaster.xml",
                "presentationml.notesMaster+xml",
                resource("notes-master.xml", look, wording));
        master.relate("theme", theme);
        return master;
    }

    private static byte[] resource(String name, Look look, Wording wording) {
        Palette palette = look.light();
        String text = read(name)
                .replace("{ink}", SlidesFile.hex(palette.ink()))
                .replace("{muted}", SlidesFile.hex(palette.muted()))
                .replace("{rule}", SlidesFile.hex(palette.rule()))
                .replace("{surface}", SlidesFile.hex(palette.surface()))
                .replace("{primary}", SlidesFile.hex(palette.primary()))
                .replace("{language}", OfficeLanguage.of(wording.language()).tag());
        for (Map.Entry<String, Term> empty : EMPTY.entrySet()) {
            text = text.replace(empty.getKey(), wording.say(empty.getValue()));
        }
        for (int i = 0; i < palette.series().size(); i++) {
            text = text.replace("{series" + (i + 1) + "}", SlidesFile.hex(palette.series(i)));
        }
        return text.getBytes(UTF_8);
    }

    private static String read(String name) {
        try (InputStream in = OwnTemplate.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the jar of studio-render");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read from the jar of studio-render", e);
        }
    }
}
