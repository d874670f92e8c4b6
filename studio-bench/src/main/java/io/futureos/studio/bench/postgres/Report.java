package io.futureos.studio.bench.postgres;

import io.futureos.studio.bench.Spread;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The figures as tables in Markdown, printed when all are there. */
final class Report {

    private final PrintStream progress;
    private final List<String> ratios = new ArrayList<>();
    private final List<String> others = new ArrayList<>();

    /** @param progress is told each line when it comes */
    Report(PrintStream progress) {
        this.progress = progress;
    }

    /** A report that nobody reads. */
    static Report unread() {
        return new Report(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    }

    /**
     * Adds what was measured beside the floor.
     *
     * @param aim the largest ratio that is aimed at; null if none is
     */
    void add(String what, Object size, Paired paired, @Nullable Double aim) {
        Spread ratio = paired.ratio();
        said(
                ratios,
                "| %s | %s | %.2f ms | %.2f ms | %s | %s | %s | %s |",
                what,
                size,
                paired.floorMillis(),
                paired.ourMillis(),
                ratio,
                paired.controlRatio(),
                aim == null ? "" : aim,
                aim == null ? "" : ratio.median() <= aim ? "met" : "missed");
    }

    /** Adds another figure, with what is aimed at. */
    void add(String what, String figure, String aim) {
        said(others, "| %s | %s | %s |", what, figure, aim);
    }

    @SuppressWarnings("AnnotateFormatMethod") // private, and always given a literal
    private void said(List<String> lines, String format, Object... values) {
        String line = String.format(Locale.ROOT, format, values);
        lines.add(line);
        progress.println(line);
    }

    void print() {
        System.out.println(
                "| operation | state | floor | ours | ours / floor (range) | floor / floor (range) | aim | |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
        ratios.forEach(System.out::println);
        System.out.println();
        System.out.println("| what | figure | aim |");
        System.out.println("| --- | --- | --- |");
        others.forEach(System.out::println);
    }
}
