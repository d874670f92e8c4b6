package io.futureos.studio.render.look;

import java.util.ArrayList;
import java.util.List;

/**
 * The colours of a report on one background. Neighbours in {@code series} differ in lightness, so that they stay apart
 * in grey and for the colour-blind; text colours have at least 4.5 to 1 against the background (WCAG AA).
 */
public record Palette(
        Rgb background, Rgb surface, Rgb ink, Rgb muted, Rgb rule, Rgb primary, Rgb accent, List<Rgb> series) {

    private static final double AA_TEXT = 4.5;
    private static final double AA_GRAPHICS = 3;

    /** Of the text's colour in lines that divide. */
    private static final double FAINT = 0.2;

    public Palette {
        series = List.copyOf(series);
    }

    static Palette light(Rgb primary, Rgb accent) {
        return new Palette(
                Rgb.WHITE,
                Rgb.hex("#f5f7f9"),
                Rgb.hex("#1c2733"),
                Rgb.hex("#586472"),
                Rgb.hex("#dbe1e7"),
                primary.readableOn(Rgb.hex("#f5f7f9"), Rgb.BLACK, AA_TEXT),
                accent.readableOn(Rgb.hex("#f5f7f9"), Rgb.BLACK, AA_TEXT),
                series(primary, accent, Rgb.WHITE, Rgb.BLACK));
    }

    static Palette dark(Rgb primary, Rgb accent) {
        Rgb background = Rgb.hex("#12181f");
        Rgb surface = Rgb.hex("#1b232c");
        return new Palette(
                background,
                surface,
                Rgb.hex("#e6ebf0"),
                Rgb.hex("#a3afbb"),
                Rgb.hex("#33404d"),
                primary.readableOn(surface, Rgb.WHITE, 6),
                accent.readableOn(surface, Rgb.WHITE, 6),
                series(primary, accent, background, Rgb.WHITE));
    }

    private static List<Rgb> series(Rgb primary, Rgb accent, Rgb background, Rgb pole) {
        var series = new ArrayList<Rgb>();
        series.add(primary.readableOn(background, pole, AA_TEXT));
        series.add(accent.readableOn(background, pole, AA_TEXT));
        for (String other : List.of("#28a197", "#801650", "#a285d1", "#6b7785")) {
            series.add(Rgb.hex(other).readableOn(background, pole, AA_GRAPHICS));
        }
        return series;
    }

    /** These colours on another background, each moved until it can be read there; the surface stays as it is. */
    public Palette on(Rgb other) {
        Rgb pole = other.contrast(Rgb.WHITE) > other.contrast(Rgb.BLACK) ? Rgb.WHITE : Rgb.BLACK;
        Rgb text = ink.readableOn(other, pole, AA_TEXT);
        return new Palette(
                other,
                surface,
                text,
                muted.readableOn(other, pole, AA_TEXT),
                other.mix(text, FAINT),
                primary.readableOn(other, pole, AA_TEXT),
                accent.readableOn(other, pole, AA_TEXT),
                series.stream()
                        .map(one -> one.readableOn(other, pole, AA_GRAPHICS))
                        .toList());
    }

    /** The colour of the series at {@code index}; they come round again after the last. */
    public Rgb series(int index) {
        return series.get(index % series.size());
    }
}
