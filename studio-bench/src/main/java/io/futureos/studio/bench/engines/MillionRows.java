package io.futureos.studio.bench.engines;

import io.futureos.studio.engine.SimulationEngine.Frame;
import io.futureos.studio.engines.local.data.LocalFrameExporter;
import io.futureos.studio.model.DataFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Exports frames that nobody holds in memory, and says what each format took. The process's peak of memory is that of all
 * formats before it too, so name one format to see its own.
 */
public final class MillionRows {

    private static final int KINDS = 6;

    private MillionRows() {}

    /** {@code [rows [format]]}; a million rows and all formats if nothing is said. */
    public static void main(String[] arguments) throws IOException {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        for (DataFormat format : DataFormat.values()) {
            if (arguments.length < 2 || format.name().equalsIgnoreCase(arguments[1])) {
                tell(rows, format);
            }
        }
    }

    private static void tell(int rows, DataFormat format) throws IOException {
        Path file = Files.createTempFile("million-rows", null);
        try {
            long begun = System.nanoTime();
            try (OutputStream out = Files.newOutputStream(file)) {
                new LocalFrameExporter().export(frames(rows), format, out);
            }
            System.out.printf(
                    Locale.ROOT,
                    "%-7s  %,d rows  %5.1f s  %6.1f MB  heap at most %d MB, process at its peak %s%n",
                    format,
                    rows,
                    (System.nanoTime() - begun) / 1e9,
                    Files.size(file) / 1e6,
                    Runtime.getRuntime().maxMemory() >> 20,
                    peak());
        } finally {
            Files.delete(file);
        }
    }

    /** Each time they are gone through they are made anew. */
    private static Iterable<Frame> frames(int rows) {
        return () ->
                IntStream.rangeClosed(1, rows).mapToObj(MillionRows::frame).iterator();
    }

    private static Frame frame(int tick) {
        var values = new LinkedHashMap<String, Object>();
        values.put("median", share(tick, 0));
        values.put("q10", share(tick, 1));
        values.put("q90", share(tick, 2));
        values.put("sold", Math.floorMod(tick * 7_919L, 100_000L));
        var kinds = new LinkedHashMap<String, Object>();
        for (int kind = 0; kind < KINDS; kind++) {
            kinds.put("kind " + kind, share(tick, 3 + kind));
        }
        values.put("by_archetype", Map.copyOf(kinds));
        return new Frame(
                tick, YearMonth.of(2025, 1).plusMonths(tick % 100_000).toString(), values);
    }

    /** Digits that do not repeat. */
    private static double share(int tick, int figure) {
        return Math.floorMod(tick * 1_000_003L + figure * 7_368_787L, 16_777_213L) / 16_777_213.0;
    }

    /** What the process took in all, heap and database: as Linux counts it. */
    private static String peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return "unknown";
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024 + " MB")
                    .findFirst()
                    .orElse("unknown");
        }
    }
}
