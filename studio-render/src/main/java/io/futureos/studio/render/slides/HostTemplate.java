package io.futureos.studio.render.slides;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.render.look.Look;
import io.futureos.studio.render.look.Rgb;
import io.futureos.studio.render.office.Emu;
import io.futureos.studio.render.office.OfficePackage;
import io.futureos.studio.render.office.OfficePackage.Part;
import io.futureos.studio.render.slides.HostLayout.Spot;
import io.futureos.studio.render.slides.Stage.Box;
import io.futureos.studio.render.slides.Stage.Ground;
import io.futureos.studio.render.slides.Stage.Master;
import io.futureos.studio.render.slides.Stage.Size;
import io.futureos.studio.render.wording.Wording;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/**
 * A template that the host gives, of which the whole is checked when it is read.
 *
 * @param masters their numbers by the names that their parts have in the template
 * @param notesMaster the name of its part in the template
 * @param body where text, tables and charts go
 * @param ground the colour behind them
 * @param isPlain whether nothing else is behind them
 * @param textStyle of text that no placeholder styles
 */
record HostTemplate(
        KeptParts kept,
        Map<String, Long> masters,
        Optional<String> notesMaster,
        HostLayout title,
        HostLayout content,
        Box body,
        Rgb ground,
        boolean isPlain,
        Size slide,
        Size notes,
        Optional<Fragment> textStyle)
        implements Template {

    /** Between the subtitle and what stands below it, in English Metric Units. */
    private static final int GAP = 12 * Emu.PER_POINT;

    /**
     * Reads a template; the stream stays open.
     *
     * @throws IllegalArgumentException if it is refused; the message says why, and what to do
     */
    static HostTemplate read(InputStream in) throws IOException {
        return new TemplateReader(TemplateFile.read(in)).read();
    }

    @Override
    public Colours colours(Look look) {
        boolean isDark = ground.contrast(Rgb.WHITE) > ground.contrast(Rgb.BLACK);
        return new Colours((isDark ? look.dark() : look.light()).on(ground), false, !isPlain);
    }

    @Override
    public Room room() {
        return new Room(body.widthInPoints(), body.heightInPoints(), 0);
    }

    @Override
    public Stage addTo(OfficePackage made, Look look, Wording wording) {
        Map<String, Part> parts = kept.addTo(made);
        var numbered = new ArrayList<Master>();
        masters.forEach((name, id) -> numbered.add(new Master(id, part(parts, name))));
        Part below = notesMaster
                .map(name -> part(parts, name))
                .orElseGet(() -> OwnTemplate.notesMaster(made, look, wording));
        return new Stage(
                numbered,
                below,
                ground(title, parts, belowSubtitle()),
                ground(content, parts, body),
                slide,
                notes,
                textStyle);
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
