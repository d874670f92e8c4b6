package io.futureos.studio.examples.gallery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.model.ReportTemplate;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GalleryTest {

    private static final Path GALLERY = Path.of("").toAbsolutePath().resolve("../../docs/gallery");

    @TempDir
    Path folder;

    @Test
    void every_template_is_shown_and_every_picture_is_there_and_in_the_readme() throws Exception {
        String readme = Files.readString(GALLERY.resolve("README.md"));

        assertThat(Exhibit.ALL)
                .extracting(exhibit -> exhibit.edit().template())
                .containsExactlyInAnyOrder(ReportTemplate.values());
        for (Exhibit exhibit : Exhibit.ALL) {
            for (Style style : Style.values()) {
                String name = exhibit.name() + "-" + style.label() + ".png";
                assertThat(GALLERY.resolve(name)).isNotEmptyFile();
                assertThat(readme).contains("](" + name + ")");
            }
        }
        assertThat(readme).contains(Gallery.class.getName());
    }

    @Test
    void the_pictures_are_small_enough_to_be_kept_with_the_sources() throws Exception {
        long bytes = 0;
        try (var files = Files.list(GALLERY)) {
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
        }

        assertThat(bytes).isLessThan(4_000_000);
    }

    @Test
    void who_lacks_a_program_is_told_which_and_how_to_get_it_before_anything_is_done() throws Exception {
        var err = new ByteArrayOutputStream();

        int exit = Gallery.run(
                List.of("data", folder.resolve("reports").toString(), "pictures"),
                Programs.of(Map.of("PATH", folder.toString())),
                System.out,
                new PrintStream(err, true, UTF_8));

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString(UTF_8).lines())
                .hasSize(3)
                .anyMatch(line ->
                        line.startsWith("LibreOffice is missing: there is no soffice and no libreoffice on the PATH."))
                .anyMatch(line -> line.contains("pdftoppm") && line.contains("poppler-utils"))
                .anyMatch(line -> line.contains("chromium"));
        assertThat(folder.resolve("reports")).doesNotExist();
    }

    @Test
    void who_names_a_folder_without_the_data_is_told_before_anything_is_done() throws Exception {
        var err = new ByteArrayOutputStream();

        int exit = Gallery.run(
                List.of(folder.toString(), folder.resolve("reports").toString()),
                new Programs(List.of()),
                System.out,
                new PrintStream(err, true, UTF_8));

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString(UTF_8)).startsWith("There is no template.json in " + folder);
        assertThat(folder.resolve("reports")).doesNotExist();
    }

    @Test
    void who_gives_too_little_is_told_what_to_give() throws Exception {
        var err = new ByteArrayOutputStream();

        int exit = Gallery.run(List.of(), new Programs(List.of()), System.out, new PrintStream(err, true, UTF_8));

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("DATA REPORTS [PICTURES]");
    }

    @Test
    void a_long_page_is_cut_where_nothing_is_written_and_ends_with_what_is() {
        var page = new BufferedImage(100, 1_000, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = page.createGraphics();
        pen.setColor(Color.WHITE);
        for (int y = 0; y < 300; y += 20) {
            pen.fillRect(10, y, 50, 10);
        }
        pen.dispose();

        List<BufferedImage> pieces = Screens.of(page);

        assertThat(pieces).hasSizeGreaterThan(2);
        assertThat(pieces.stream().mapToInt(BufferedImage::getHeight).sum()).isEqualTo(290);
        for (BufferedImage piece : pieces.subList(1, pieces.size())) {
            assertThat(piece.getRGB(30, 0)).isEqualTo(Color.BLACK.getRGB());
        }
    }

    @Test
    void a_sheet_has_all_pages_in_few_colours() throws Exception {
        var page = new BufferedImage(840, 400, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = page.createGraphics();
        pen.setColor(new Color(0x1d5a94));
        pen.fillRect(0, 0, 840, 400);
        pen.dispose();
        Path file = folder.resolve("sheet.png");

        ContactSheet.of(List.of(page, page, page, page, page)).write(file);

        BufferedImage sheet = ImageIO.read(file.toFile());
        assertThat(sheet.getWidth()).isEqualTo(4 * 404 + 14);
        assertThat(sheet.getHeight()).isEqualTo(2 * (185 + 14) + 14);
        assertThat(sheet.getRGB(20, 206) & 0xffffff).isNotEqualTo(0x1d5a94);
        assertThat(sheet.getRGB(20, 225) & 0xffffff).isEqualTo(0x1d5a94);
        assertThat(sheet.getRGB(500, 225) & 0xffffff).isNotEqualTo(0x1d5a94);
    }
}
