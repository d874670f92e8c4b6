package io.futureos.studio.render.look;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.model.ReportConfig;
import io.futureos.studio.model.ReportConfig.Branding;
import io.futureos.studio.report.ReportExporter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a report's appearance that a user may choose. A colour too light or too dark to be read is moved
 * until it can be.
 */
public record Look(Palette light, Palette dark, Optional<Logo> logo) {

    private static final Rgb PRIMARY = Rgb.hex("#1d5a94");
    private static final Rgb ACCENT = Rgb.hex("#c2571a");

    /**
     * The look that {@code request} asks for.
     *
     * @throws EngineException {@code color_invalid} or {@code logo_refused}
     */
    public static Look of(ReportExporter.Request request) {
        ReportConfig config = request.config();
        Branding branding = config.branding();
        Rgb primary = colour(branding, "primary", PRIMARY);
        Rgb accent = colour(branding, "accent", ACCENT);
        Optional<Logo> logo = branding == null || branding.logoUrl() == null
                ? Optional.empty()
                : Logo.load(branding.logoUrl(), request.resources());
        return new Look(Palette.light(primary, accent), Palette.dark(primary, accent), logo);
    }

    private static Rgb colour(@Nullable Branding branding, String role, Rgb otherwise) {
        Object chosen = branding == null ? null : branding.colors().get(role);
        if (chosen == null) {
            return otherwise;
        }
        String text = String.valueOf(chosen);
        return Rgb.parse(text)
                .orElseThrow(() -> new EngineException(
                        "color_invalid",
                        "The branding colour \"" + role + "\" must be written like #0b5394, but it is \""
                                + text.substring(0, Math.min(40, text.length())) + "\"."));
    }
}
