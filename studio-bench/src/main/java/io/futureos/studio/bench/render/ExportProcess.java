package io.futureos.studio.bench.render;

import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.render.ReportExporters;
import io.futureos.studio.report.ReportExporter;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Exports in a process of its own, which tells what the first export took from its start on, and how much memory it had. */
public final class ExportProcess {

    private static final Pattern TOLD = Pattern.compile("([a-z_]+) ([\\d.]+)");

    private ExportProcess() {}

    /** What the process is told: the report, the format, how many times, and whether to warm up before. */
    public static void main(String[] arguments) throws IOException {
        if (arguments[3].equals("warm")) {
            ReportExporters.warmUp();
        }
        ReportExporter.Request request = SizedReport.valueOf(arguments[0]).request();
        ReportExporter exporter = exporter(ExportFormat.valueOf(arguments[1]));
        int rounds = Integer.parseInt(arguments[2]);
        long early = 0;
        for (int round = 1; round <= rounds; round++) {
            long start = System.nanoTime();
            exporter.export(request, new ByteArrayOutputStream(), fraction -> {});
            if (round == 1) {
                tell("export", (System.nanoTime() - start) / 1e9);
                tell(
                        "start",
                        (System.currentTimeMillis()
                                        - ManagementFactory.getRuntimeMXBean().getStartTime())
                                / 1e3);
            }
            if (round == Math.min(20, rounds)) {
                early = live();
            }
        }
        tell("live_early", early / 1e6);
        tell("live_late", live() / 1e6);
        tell("resident", resident() / 1e3);
    }

    static ReportExporter exporter(ExportFormat format) {
        return ReportExporters.all().stream()
                .filter(one -> one.format() == format)
                .findFirst()
                .orElseThrow();
    }

    private static void tell(String name, double value) {
        System.out.printf(Locale.ROOT, "%s %.3f%n", name, value);
    }

    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** The most memory that the process ever had, in kilobytes; 0 where the system does not tell. */
    private static long resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    /** Starts the process with these options of Java; answers its figures by name. */
    static Map<String, Double> run(
            SizedReport report, ExportFormat format, int rounds, boolean isWarm, String... options)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ExportProcess.class.getName()));
        command.addAll(List.of(report.name(), format.name(), String.valueOf(rounds), isWarm ? "warm" : "cold"));
        Process process =
                new ProcessBuilder(command).redirectError(new File("/dev/null")).start();
        var figures = new TreeMap<String, Double>();
        for (String line : new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            Matcher told = TOLD.matcher(line);
            if (told.matches()) { // Java itself says which classes it keeps in no archive
                figures.put(told.group(1), Double.parseDouble(told.group(2)));
            }
        }
        if (process.waitFor() != 0) {
            throw new IOException("The process for " + format + " of " + report + " with " + List.of(options)
                    + " ended with " + process.exitValue());
        }
        return figures;
    }
}
