package io.futureos.studio.examples.gallery;

import io.futureos.studio.model.ExportFormat;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The command line: writes the gallery's reports, and pictures of their pages beside its README. */
public final class Gallery {

    private static final int OK = 0;
    private static final int BAD_INPUT = 2;
    private static final String HELP = """
            Usage: java -cp studio-quickstart.jar io.futureos.studio.examples.gallery.Gallery DATA REPORTS [PICTURES]

            Writes a report of each template in each format into the folder REPORTS, the same bytes each time,
            and with a folder PICTURES one picture of its pages for each of them.
            DATA is studio-examples/quickstart/data/norway.
            """;

    private final Programs programs;
    private final PrintStream out;

    private Gallery(Programs programs, PrintStream out) {
        this.programs = programs;
        this.out = out;
    }

    /** Ends with 0, or with 2 if the arguments are not right, or a program or the data is missing. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.setProperty("java.awt.headless", "true");
        System.exit(run(List.of(arguments), Programs.of(System.getenv()), System.out, System.err));
    }

    static int run(List<String> arguments, Programs programs, PrintStream out, PrintStream err)
            throws IOException, InterruptedException {
        if (arguments.size() < 2 || arguments.size() > 3) {
            err.print(HELP);
            return BAD_INPUT;
        }
        List<Path> folders = arguments.stream().map(Path::of).toList();
        List<String> missing = folders.size() < 3 ? List.of() : programs.missing();
        if (!missing.isEmpty()) {
            missing.forEach(err::println);
            return BAD_INPUT;
        }
        Path data = folders.get(0);
        if (!Files.isRegularFile(data.resolve(Norway.TEMPLATE))) {
            err.println("There is no " + Norway.TEMPLATE + " in " + data.toAbsolutePath()
                    + ". DATA is studio-examples/quickstart/data/norway.");
            return BAD_INPUT;
        }
        var gallery = new Gallery(programs, out);
        gallery.write(data, folders.get(1));
        if (folders.size() == 3) {
            gallery.draw(folders.get(1), folders.get(2));
        }
        return OK;
    }

    private void write(Path data, Path reports) throws IOException, InterruptedException {
        Files.createDirectories(reports);
        try (Norway norway = Norway.forecast(data)) {
            for (Exhibit exhibit : Exhibit.ALL) {
                norway.customise(exhibit);
                for (ExportFormat format : norway.formats()) {
                    Path file = exhibit.file(reports, format);
                    Files.write(file, norway.exported(format));
                    out.println(file);
                }
            }
        }
    }

    private void draw(Path reports, Path pictures) throws IOException, InterruptedException {
        Files.createDirectories(pictures);
        Path work = Files.createTempDirectory("gallery");
        try {
            var photographer = new Photographer(programs, work);
            for (Exhibit exhibit : Exhibit.ALL) {
                for (Style style : Style.values()) {
                    Path picture = pictures.resolve(exhibit.name() + "-" + style.label() + ".png");
                    ContactSheet.of(photographer.pages(exhibit.file(reports, style.format()), style))
                            .write(picture);
                    out.println(picture);
                }
            }
        } finally {
            delete(work);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
