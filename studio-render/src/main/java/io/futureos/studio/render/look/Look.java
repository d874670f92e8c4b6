package io.futureos.studio.render.look;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.model.ReportConfig;
import io.futureos.studio.model.ReportConfig.Branding;
import io.futureos.studio.report.ReportExporter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a report's appearance that a user may choose. A colour too light or too dark to be read is moved
 * until it can be.
 *
 * @param chosen the colours of the branding by their role, as it has them
 */
public record Look(Palette light, Palette dark, Optional<Logo> logo, Map<String, Rgb> chosen) {

    private static final String PRIMARY_ROLE = "primary";
    private static final String ACCENT_ROLE = "accent";

    private static final Rgb PRIMARY = Rgb.hex("#1d5a94");
    private static final Rgb ACCENT = Rgb.hex("#c2571a");

    /**
     * A colour that could not be read as it was chosen.
     *
     * @param role in the branding
     */
    public record Moved(String role, Rgb chosen, Rgb shown) {}

    public Look {
        chosen = Collections.unmodifiableMap(new LinkedHashMap<>(chosen));
    }

    /**
     * The look that {@code request} asks for.
     *
     * @throws EngineException {@code color_invalid} or {@code logo_refused}
     */
    public static Look of(ReportExporter.Request request) {
        ReportConfig config = request.config();
        Branding branding = config.branding();
        Map<String, Rgb> chosen = new LinkedHashMap<>();
        for (String role : List.of(PRIMARY_ROLE, ACCENT_ROLE)) {
            colour(branding, role).ifPresent(colour -> chosen.put(role, colour));
        }
        Rgb primary = chosen.getOrDefault(PRIMARY_ROLE, PRIMARY);
        Rgb accent = chosen.getOrDefault(ACCENT_ROLE, ACCENT);
        Optional<Logo> logo = branding == null || branding.logoUrl() == null
                ? Optional.empty()
                : Logo.load(branding.logoUrl(), request.resources());
        return new Look(Palette.light(primary, accent), Palette.dark(primary, accent), logo, chosen);
    }

    /** The same in the colours of {@code palette}, as on a template that has a ground of its own. */
    public Look with(Palette palette) {
        return new Look(palette, dark, logo, chosen);
    }

    /** The colours of the branding that are not shown as they were chosen. */
    public List<Moved> moved() {
        return chosen.entrySet().stream()
                .map(colour -> new Moved(colour.getKey(), colour.getValue(), shown(colour.getKey())))
                .filter(colour -> !colour.chosen().equals(colour.shown()))
                .toList();
    }

    private Rgb shown(String role) {
        return role.equals(PRIMARY_ROLE) ? light.primary() : light.accent();
    }

    private static Optional<Rgb> colour(@Nullable Branding branding, String role) {
        Object chosen = branding == null ? null : branding.colors().get(role);
        if (chosen == null) {
            return Optional.empty();
        }
        String text = String.valueOf(chosen);
        Rgb colour = Rgb.parse(text)
                .orElseThrow(() -> new EngineException(
                        "color_invalid",
                        "The branding colour \"" + role + "\" must be written like #0b5394, but it is \""
                                + text.substring(0, Math.min(40, text.length())) + "\"."));
        return Optional.of(colour);
    }
}
