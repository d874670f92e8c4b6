package io.futureos.studio.examples.gallery;

import io.futureos.studio.examples.gallery.Programs.Program;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Takes pictures of a file's pages; of an HTML file, of what a reader sees while scrolling down. */
final class Photographer {

    /** In pixels; twice as wide as they are shown, so that small letters stay sharp. */
    private static final int WIDTH = 2 * ContactSheet.WIDTH;

    /** Enough for the longest report of the gallery; what is empty below a page is cut off. */
    private static final int TALLEST = 26_000;

    private final Programs programs;
    private final Path work;
    private int taken;

    /** @param work a folder for what is made on the way */
    Photographer(Programs programs, Path work) {
        this.programs = programs;
        this.work = work;
    }

    List<BufferedImage> pages(Path file, Style style) throws IOException, InterruptedException {
        Path folder = Files.createDirectory(work.resolve(Integer.toString(++taken)));
        return switch (style) {
            case PDF -> paper(file, folder);
            case PPTX, DOCX -> paper(converted(file, folder), folder);
            case HTML_LIGHT -> Screens.of(screen(file, folder, 1));
            case HTML_DARK -> Screens.of(screen(file, folder, 0));
        };
    }

    private Path converted(Path file, Path folder) throws IOException, InterruptedException {
        programs.run(
                Program.OFFICE,
                List.of(
                        "--headless",
                        "-env:UserInstallation=" + work.resolve("office").toUri(),
                        "--convert-to",
                        "pdf",
                        "--outdir",
                        folder.toString(),
                        file.toString()));
        String name = file.getFileName().toString();
        return folder.resolve(name.substring(0, name.lastIndexOf('.')) + ".pdf");
    }

    private List<BufferedImage> paper(Path pdf, Path folder) throws IOException, InterruptedException {
        String width = Integer.toString(WIDTH);
        programs.run(
                Program.PDF_PAGES,
                List.of(
                        "-png",
                        "-scale-to-x",
                        width,
                        "-scale-to-y",
                        "-1",
                        pdf.toString(),
                        folder.resolve("page").toString()));
        var pages = new ArrayList<BufferedImage>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(page -> page.toString().endsWith(".png")).sorted().forEach(page -> pages.add(read(page)));
        }
        return pages;
    }

    /** @param scheme as Blink numbers the schemes of colours that a reader can prefer: dark, light */
    private BufferedImage screen(Path html, Path folder, int scheme) throws IOException, InterruptedException {
        Path picture = folder.resolve("screen.png");
        programs.run(
                Program.BROWSER,
                List.of(
                        "--headless",
                        "--no-sandbox", // a file of our own, often shown by root in a container
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-sync",
                        "--hide-scrollbars",
                        "--user-data-dir=" + work.resolve("browser"),
                        "--blink-settings=preferredColorScheme=" + scheme,
                        "--window-size=" + WIDTH + "," + TALLEST,
                        "--screenshot=" + picture,
                        html.toUri().toString()));
        return read(picture);
    }

    private static BufferedImage read(Path picture) {
        try {
            return ImageIO.read(picture.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(picture + " can't be read", e);
        }
    }
}
