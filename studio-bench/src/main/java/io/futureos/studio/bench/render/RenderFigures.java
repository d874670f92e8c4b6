package io.futureos.studio.bench.render;

import static io.futureos.studio.bench.render.SizedReport.AIM;

import io.futureos.studio.bench.Spread;
import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.render.ReportExporters;
import io.futureos.studio.report.ReportExporter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Prints what each format costs for three sizes of a report, cold and warm, with 512 MB of heap; then the PDF beside Chromium's
 * and WeasyPrint's of the same report's HTML, by turns; then the memory of 200 exports.
 */
public final class RenderFigures {

    private static final int COLD_RUNS = 3;
    private static final int WARM_UP = 25;
    private static final int TURNS = 15;
    private static final String HEAP = "-Xmx512m";
    private static final String SMALL_HEAP = "-Xmx250m";

    private final Path directory;
    private final List<ReportExporter> exporters;

    private RenderFigures(Path directory, List<ReportExporter> exporters) {
        this.directory = directory;
        this.exporters = exporters;
    }

    /** Formats may be named, such as {@code PPTX DOCX}; without one it is all of them. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> wanted = List.of(arguments);
        List<ReportExporter> exporters = ReportExporters.all().stream()
                .filter(one -> wanted.isEmpty() || wanted.contains(one.format().name()))
                .toList();
        var figures = new RenderFigures(Files.createTempDirectory("render-figures"), exporters);
        figures.formats();
        System.out.println();
        if (exporters.stream().anyMatch(one -> one.format() == ExportFormat.PDF)) {
            figures.beside();
            System.out.println();
        }
        figures.memory();
    }

    private void formats() throws IOException, InterruptedException {
        System.out.println("| format | report | pages | bytes | warm | cold | cold with a class-data archive "
                + "| first after warm-up |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
        for (ReportExporter exporter : exporters) {
            for (SizedReport report : SizedReport.values()) {
                byte[] file = export(exporter, report);
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %s | %s | %,d | %s s | %.2f s | %.2f s | %.2f s |%n",
                        exporter.format(),
                        report.label(),
                        pages(exporter.format(), file),
                        file.length,
                        warm(exporter, report),
                        cold(report, exporter.format(), "start", false, HEAP),
                        archived(report, exporter.format()),
                        cold(report, exporter.format(), "export", true, HEAP));
            }
        }
    }

    private static String pages(ExportFormat format, byte[] file) {
        if (format != ExportFormat.PDF) {
            return "";
        }
        try (var pdf = org.apache.pdfbox.Loader.loadPDF(file)) {
            return String.valueOf(pdf.getNumberOfPages());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Spread warm(ReportExporter exporter, SizedReport report) throws IOException {
        double[] seconds = new double[TURNS];
        for (int turn = -WARM_UP; turn < TURNS; turn++) {
            double one = seconds(exporter, report);
            if (turn >= 0) {
                seconds[turn] = one;
            }
        }
        return Spread.of(seconds);
    }

    private static double seconds(ReportExporter exporter, SizedReport report) throws IOException {
        ReportExporter.Request request = report.request();
        long start = System.nanoTime();
        exporter.export(request, new ByteArrayOutputStream(), fraction -> {});
        return (System.nanoTime() - start) / 1e9;
    }

    private static byte[] export(ReportExporter exporter, SizedReport report) throws IOException {
        var out = new ByteArrayOutputStream();
        exporter.export(report.request(), out, fraction -> {});
        return out.toByteArray();
    }

    /** The median of a few processes. */
    private static double cold(
            SizedReport report, ExportFormat format, String figure, boolean isWarm, String... options)
            throws IOException, InterruptedException {
        double[] runs = new double[COLD_RUNS];
        for (int i = 0; i < runs.length; i++) {
            Map<String, Double> told = ExportProcess.run(report, format, 1, isWarm, options);
            runs[i] = told.getOrDefault(figure, Double.NaN);
        }
        Arrays.sort(runs);
        return runs[runs.length / 2];
    }

    private double archived(SizedReport report, ExportFormat format) throws IOException, InterruptedException {
        Path archive = directory.resolve(format + ".jsa");
        if (!Files.exists(archive)) {
            ExportProcess.run(report, format, 1, false, HEAP, "-XX:ArchiveClassesAtExit=" + archive);
        }
        return cold(report, format, "start", false, HEAP, "-XX:SharedArchiveFile=" + archive);
    }

    private void beside() throws IOException, InterruptedException {
        ReportExporter pdf = ExportProcess.exporter(ExportFormat.PDF);
        Path html = directory.resolve("report.html");
        Files.write(html, export(ExportProcess.exporter(ExportFormat.HTML), AIM));
        System.out.println("| PDF of " + AIM.label() + " | theirs | ours | ours / theirs (range) | aim | |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        Optional<String> chromium = Chromium.installed();
        if (chromium.isPresent()) {
            try (Chromium browser = Chromium.open(chromium.get())) {
                race("Chromium, warm", () -> browser.print(html), () -> export(pdf, AIM), WARM_UP, 1);
            }
            Path printed = directory.resolve("chromium.pdf");
            race(
                    "Chromium, cold",
                    () -> run(
                            chromium.get(),
                            "--headless",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--print-to-pdf=" + printed,
                            html.toString()),
                    () -> ExportProcess.run(AIM, ExportFormat.PDF, 1, false, HEAP),
                    1,
                    0);
        }
        if (Programs.has("weasyprint")) {
            Path printed = directory.resolve("weasyprint.pdf");
            race(
                    "WeasyPrint, cold",
                    () -> run("weasyprint", html.toString(), printed.toString()),
                    () -> ExportProcess.run(AIM, ExportFormat.PDF, 1, false, HEAP),
                    1,
                    0);
        }
    }

    /** One way to write the report. */
    @FunctionalInterface
    private interface Way {
        Object write() throws IOException, InterruptedException;
    }

    private static void race(String what, Way theirs, Way ours, int warmUp, double aim)
            throws IOException, InterruptedException {
        int turns = aim > 0 ? TURNS : 5;
        double[] floor = new double[turns];
        double[] own = new double[turns];
        double[] ratio = new double[turns];
        for (int turn = -warmUp; turn < turns; turn++) {
            double before = seconds(theirs);
            double after = seconds(ours);
            if (turn >= 0) {
                floor[turn] = before;
                own[turn] = after;
                ratio[turn] = after / before;
            }
        }
        Spread spread = Spread.of(ratio);
        String verdict = spread.median() <= aim ? "met" : "missed";
        System.out.printf(
                Locale.ROOT,
                "| %s | %s s | %s s | %s | %s | %s |%n",
                what,
                Spread.of(floor),
                Spread.of(own),
                spread,
                aim > 0 ? String.format(Locale.ROOT, "%.1f", aim) : "",
                aim > 0 ? verdict : "");
    }

    private static double seconds(Way way) throws IOException, InterruptedException {
        long start = System.nanoTime();
        way.write();
        return (System.nanoTime() - start) / 1e9;
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** With a heap that is the aim, so that to get through it is to meet it. */
    private void memory() throws IOException, InterruptedException {
        System.out.println("| 200 exports with " + SMALL_HEAP + " | live after 20 | live after 200 "
                + "| most that the process had |");
        System.out.println("| --- | --- | --- | --- |");
        for (ReportExporter exporter : exporters) {
            Map<String, Double> told = ExportProcess.run(AIM, exporter.format(), 200, false, SMALL_HEAP);
            System.out.printf(
                    Locale.ROOT,
                    "| %s, %s | %.1f MB | %.1f MB | %.0f MB |%n",
                    exporter.format(),
                    AIM.label(),
                    told.get("live_early"),
                    told.get("live_late"),
                    told.get("resident"));
        }
    }
}
