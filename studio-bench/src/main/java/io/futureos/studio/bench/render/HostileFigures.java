package io.futureos.studio.bench.render;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.render.ReportExporters;
import io.futureos.studio.report.ReportExporter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Prints what it takes to write, or to refuse, each report of {@link HostileReport} in each format, each in a process of its
 * own with 512 MB of heap that was warmed up before. Ends with 1 if one takes more than ten seconds or all memory; on a
 * machine that does something else, seconds of the processors say more than those of the clock.
 */
public final class HostileFigures {

    private static final double MOST_SECONDS = 10;

    /** After which a process is ended. */
    private static final int PATIENCE_SECONDS = 120;

    private HostileFigures() {}

    /** What to run may be named: the beginning of a report's label, and a format. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 3) {
            System.exit(isBorne(report(arguments[1]), ExportFormat.valueOf(arguments[2])) ? 0 : 1);
        }
        String label = arguments.length > 0 ? arguments[0] : "";
        String format = arguments.length > 1 ? arguments[1] : "";
        System.out.println("| report | format | of the processors | by the clock | heap at most | outcome |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        boolean areAllBorne = true;
        for (HostileReport report : HostileReport.ALL) {
            for (ReportExporter exporter : ReportExporters.all()) {
                if (report.label().startsWith(label) && exporter.format().name().startsWith(format)) {
                    areAllBorne &= isBorneByAProcess(report, exporter.format());
                }
            }
        }
        System.exit(areAllBorne ? 0 : 1);
    }

    private static HostileReport report(String label) {
        return HostileReport.ALL.stream()
                .filter(one -> one.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isBorneByAProcess(HostileReport report, ExportFormat format)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HostileFigures.class.getName(),
                        "of",
                        report.label(),
                        format.name()))
                .inheritIO()
                .start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            System.out.printf("| %s | %s |  | %d s |  | ended by force |%n", report.label(), format, PATIENCE_SECONDS);
            return false;
        }
        return process.exitValue() == 0;
    }

    private static boolean isBorne(HostileReport report, ExportFormat format) throws IOException {
        ReportExporters.warmUp();
        ReportExporter exporter = ExportProcess.exporter(format);
        ReportExporter.Request request = report.request();
        System.gc();
        pools(MemoryPoolMXBean::resetPeakUsage);
        double atFirst = processors();
        long start = System.nanoTime();
        String outcome;
        boolean isBorne = true;
        try {
            var out = new ByteArrayOutputStream();
            exporter.export(request, out, fraction -> {});
            outcome = String.format(Locale.ROOT, "%,d bytes", out.size());
        } catch (EngineException e) {
            outcome = "refused: " + e.getMessage();
        } catch (OutOfMemoryError e) {
            outcome = "out of memory";
            isBorne = false;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double worked = processors() - atFirst;
        long[] peak = new long[1];
        pools(pool -> peak[0] += pool.getPeakUsage().getUsed());
        long heap = Math.min(peak[0], Runtime.getRuntime().maxMemory()) / 1_000_000;
        tell(report, format, worked, seconds, heap, outcome);
        return isBorne && seconds <= MOST_SECONDS;
    }

    /** Of all threads, the collector's and the compiler's too, in seconds. */
    private static double processors() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }

    private static void tell(
            HostileReport report, ExportFormat format, double worked, double seconds, long heap, String outcome) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.1f s | %.1f s | %d MB | %s |%n",
                report.label(),
                format,
                worked,
                seconds,
                heap,
                outcome);
    }

    private static void pools(Consumer<MemoryPoolMXBean> use) {
        ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .forEach(use);
    }
}
