package io.futureos.studio.examples.gallery;

import io.futureos.studio.action.ReportEdit;
import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.ReportConfig.Branding;
import io.futureos.studio.model.ReportLanguage;
import io.futureos.studio.model.ReportTemplate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A report of the gallery.
 *
 * @param name of its files
 * @param edit sets every part of the configuration, so that no exhibit depends on the one before
 */
record Exhibit(String name, ReportEdit edit) {

    private static final Branding PLAIN = new Branding(null, Map.of());

    /** A report of each template; what a host can choose is seen in at least one. */
    static final List<Exhibit> ALL = List.of(
            new Exhibit("executive-summary", edit(ReportTemplate.EXECUTIVE_SUMMARY, List.of(), branded(), true)),
            new Exhibit("detailed-analysis", edit(ReportTemplate.DETAILED_ANALYSIS, List.of(), PLAIN, true)),
            new Exhibit("comparison", edit(ReportTemplate.COMPARISON, List.of(), PLAIN, false)),
            new Exhibit(
                    "custom",
                    edit(
                            ReportTemplate.CUSTOM,
                            List.of("headline", "reasoning", "calibration", "drivers"),
                            new Branding(null, Map.of("primary", "#7b1e3b", "accent", "#b8860b")),
                            false)));

    /** Where its file of this format lies in the folder. */
    Path file(Path folder, ExportFormat format) {
        return folder.resolve(name + "." + format.wireName());
    }

    private static ReportEdit edit(
            ReportTemplate template, List<String> sections, Branding branding, boolean methodology) {
        return new ReportEdit(template, sections, branding, true, methodology, ReportLanguage.EN, null);
    }

    private static Branding branded() {
        return new Branding(
                "data:image/png;base64," + Base64.getEncoder().encodeToString(logo()),
                Map.of("primary", "#0b4f4a", "accent", "#2f8577"));
    }

    private static byte[] logo() {
        try (InputStream picture = Objects.requireNonNull(Exhibit.class.getResourceAsStream("logo.png"))) {
            return picture.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The logo lies beside this class, and can't be read", e);
        }
    }
}
