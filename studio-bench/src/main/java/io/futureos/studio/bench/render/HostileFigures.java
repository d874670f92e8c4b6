package io.futureos.studio.bench.render;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.render.ReportExporters;
import io.futureos.studio.report.ReportExporter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Prints what it takes to write, or to refuse, each report of {@link HostileReport} in each format. To be run with 512 MB of
 * heap; ends with 1 if one takes more than ten seconds of the processor, or all memory.
 */
public final class HostileFigures {

    private static final double MOST_SECONDS = 10;

    private HostileFigures() {}

    public static void main(String[] arguments) throws IOException {
        ReportExporters.warmUp();
        System.out.println("| report | format | seconds | heap at most | outcome |");
        System.out.println("| --- | --- | --- | --- | --- |");
        boolean isBorne = true;
        for (HostileReport report : HostileReport.ALL) {
            for (ReportExporter exporter : ReportExporters.all()) {
                isBorne &= isBorne(report, exporter);
            }
        }
        System.exit(isBorne ? 0 : 1);
    }

    private static boolean isBorne(HostileReport report, ReportExporter exporter) throws IOException {
        ReportExporter.Request request = report.request();
        System.gc();
        pools(MemoryPoolMXBean::resetPeakUsage);
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
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
        double seconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;
        long[] peak = new long[1];
        pools(pool -> peak[0] += pool.getPeakUsage().getUsed());
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.1f | %d MB | %s |%n",
                report.label(),
                exporter.format(),
                seconds,
                Math.min(peak[0], Runtime.getRuntime().maxMemory()) / 1_000_000,
                outcome);
        return isBorne && seconds <= MOST_SECONDS;
    }

    private static void pools(Consumer<MemoryPoolMXBean> use) {
        ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .forEach(use);
    }
}
