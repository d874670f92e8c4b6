package io.futureos.studio.render.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.model.ReportConfig;
import io.futureos.studio.render.Exports;
import io.futureos.studio.render.Reports;
import io.futureos.studio.report.ReportExporter;
import io.futureos.studio.report.ResourceResolver;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LogoTest {

    private static byte[] picture(String format, int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    private static String dataUrl(String type, byte[] content) {
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(content);
    }

    @Test
    void the_size_of_png_and_jpeg_is_read_from_the_header() throws Exception {
        assertThat(Logo.load(dataUrl("image/png", picture("png", 30, 20)), ResourceResolver.none()))
                .hasValueSatisfying(
                        logo -> assertThat(logo.width() + "x" + logo.height()).isEqualTo("30x20"));
        assertThat(Logo.load(dataUrl("image/jpeg", picture("jpg", 17, 33)), ResourceResolver.none()))
                .hasValueSatisfying(
                        logo -> assertThat(logo.width() + "x" + logo.height()).isEqualTo("17x33"));
    }

    @Test
    void a_picture_that_claims_to_be_huge_is_refused_before_it_is_decoded() throws Exception {
        byte[] bomb = picture("png", 1, 1);
        ByteBuffer.wrap(bomb).putInt(16, 50_000).putInt(20, 50_000);

        assertThatThrownBy(() -> Logo.load(dataUrl("image/png", bomb), ResourceResolver.none()))
                .isInstanceOfSatisfying(
                        EngineException.class, e -> assertThat(e.code()).isEqualTo("logo_refused"))
                .hasMessageContaining("50000 x 50000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data:image/svg+xml;base64,PHN2Zy8+",
                "data:text/html,<script>alert(1)</script>",
                "data:image/png;base64,!!!!",
                "data:image/png;base64,aGVsbG8=",
                "data:image/png,plain",
                "data:"
            })
    void what_is_no_picture_is_refused(String url) {
        assertThatThrownBy(() -> Logo.load(url, ResourceResolver.none()))
                .isInstanceOf(EngineException.class)
                .hasMessageStartingWith("The logo was refused: ");
    }

    @Test
    void a_large_file_is_refused_whoever_brings_it() {
        var resource = new ResourceResolver.Resource("image/png", new byte[2_000_000]);

        assertThatThrownBy(() -> Logo.load("https://example.org/logo.png", url -> Optional.of(resource)))
                .hasMessageContaining("2000000 bytes");
        assertThatThrownBy(() -> Logo.load("data:image/png;base64," + "A".repeat(2_000_000), ResourceResolver.none()))
                .hasMessageContaining("larger than");
    }

    @Test
    void a_url_that_the_host_does_not_resolve_leaves_the_report_without_logo() {
        assertThat(Logo.load("https://example.org/logo.png", ResourceResolver.none()))
                .isEmpty();
    }

    @Test
    void the_host_s_logo_is_carried_in_both_formats() throws Exception {
        byte[] png = picture("png", 60, 20);
        ReportExporter.Request request = branded("https://example.org/logo.png", url -> {
            assertThat(url).isEqualTo("https://example.org/logo.png");
            return Optional.of(new ResourceResolver.Resource("image/png", png));
        });

        assertThat(Exports.html(request).select("img.logo").attr("src")).startsWith("data:image/png;base64,");
        try (var pdf = org.apache.pdfbox.Loader.loadPDF(Exports.pdf(request))) {
            assertThat(pdf.getPage(0).getResources().getXObjectNames()).isNotEmpty();
        }
    }

    @Test
    void a_picture_with_a_good_header_and_a_broken_body_does_not_stop_the_export() throws Exception {
        byte[] png = java.util.Arrays.copyOf(picture("png", 60, 20), 40);
        ReportExporter.Request request = branded(dataUrl("image/png", png), ResourceResolver.none());

        assertThat(Exports.pdfText(Exports.pdf(request))).contains("The title");
    }

    private static ReportExporter.Request branded(String logo, ResourceResolver resources) {
        var standard = ReportConfig.standard();
        var branding = new ReportConfig.Branding(logo, Map.of());
        return new ReportExporter.Request(
                Reports.withSection("<p>text</p>").report(),
                new ReportConfig(standard.template(), List.of(), branding, true, true),
                List.of(),
                List.of(),
                resources);
    }
}
