package io.futureos.studio.render.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.futureos.studio.render.look.Look;
import io.futureos.studio.render.look.Palette;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The style sheet with the colours of a look. */
final class StyleSheet {

    private StyleSheet() {}

    static String of(Look look) {
        return ":root{" + variables(look.light()) + "}\n@media screen and (prefers-color-scheme:dark){:root{"
                + variables(look.dark()) + "}}\n" + rules();
    }

    private static String variables(Palette palette) {
        var css = new StringBuilder();
        css.append("--background:").append(palette.background());
        css.append(";--surface:").append(palette.surface());
        css.append(";--ink:").append(palette.ink());
        css.append(";--muted:").append(palette.muted());
        css.append(";--rule:").append(palette.rule());
        css.append(";--primary:").append(palette.primary());
        css.append(";--accent:").append(palette.accent());
        for (int i = 0; i < palette.series().size(); i++) {
            css.append(";--s").append(i).append(':').append(palette.series(i));
        }
        return css.toString();
    }

    private static String rules() {
        try (InputStream in = StyleSheet.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("report.css is missing from the jar of studio-render");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("report.css cannot be read from the jar of studio-render", e);
        }
    }
}
