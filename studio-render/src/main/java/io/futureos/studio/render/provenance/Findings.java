package io.futureos.studio.render.provenance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A verdict in plain words, and what the file says of itself.
 *
 * @param file its name
 * @param manifest empty if it has none that can be read
 */
record Findings(String file, Verdict verdict, Map<String, Object> manifest) {

    private static final int LONGEST = 200;
    private static final int MOST_PARTS = 50;

    List<String> lines() {
        var lines = new ArrayList<String>();
        switch (verdict.outcome()) {
            case UNKNOWN ->
                lines.add(file
                        + " can't be verified: it is no report, or another program saved it without its manifest.");
            case CONSISTENT -> lines.add(file + " is as it was written.");
            case ALTERED -> {
                lines.add(file + " was altered after it was written. What is not as it was:");
                verdict.altered().stream().limit(MOST_PARTS).forEach(part -> lines.add("  " + plain(part)));
                if (verdict.altered().size() > MOST_PARTS) {
                    lines.add("  and " + (verdict.altered().size() - MOST_PARTS) + " parts more");
                }
            }
        }
        if (verdict.outcome() != Verdict.Outcome.UNKNOWN) {
            lines.add(signing());
            addManifest(lines);
        }
        return lines;
    }

    private String signing() {
        String key = "the key \"" + verdict.keyId() + "\"";
        return switch (verdict.signing()) {
            case NONE -> "Nobody signed it; whoever changes such a file can seal it anew.";
            case TRUSTED -> "The seal is signed with " + key + ", which you trust.";
            case UNKNOWN_KEY ->
                "It says that it is signed with " + key + ", which can't be checked without --key " + verdict.keyId()
                        + "=PUBLIC_KEY.pem.";
            case FORGED -> "It says that it is signed with " + key + ", but it is not: the seal is forged.";
        };
    }

    private void addManifest(List<String> lines) {
        if (manifest.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(
                "What it says of itself" + (verdict.outcome() == Verdict.Outcome.ALTERED ? ", altered or not:" : ":"));
        lines.add("  title      " + text("title"));
        lines.add("  report     " + text("report_id"));
        lines.add("  project    " + text("project_id") + ", revision " + text("revision") + ", version "
                + text("version"));
        lines.add("  generated  " + text("generated_at"));
        lines.add("  engines    " + engines());
        lines.add("  numbers    " + (manifest.get("numbers") instanceof List<?> numbers ? numbers.size() : 0)
                + ", each with where it came from");
    }

    private String text(String field) {
        return plain(String.valueOf(manifest.get(field)));
    }

    private String engines() {
        return manifest.get("engines") instanceof List<?> engines && !engines.isEmpty()
                ? plain(engines.stream()
                        .map(engine -> engine instanceof Map<?, ?> fields
                                ? fields.get("name") + " " + fields.get("version")
                                : String.valueOf(engine))
                        .collect(Collectors.joining(", ")))
                : "none named";
    }

    /** A file may have been made by anybody: nothing of it steers the terminal or floods it. */
    private static String plain(String text) {
        String readable = text.replaceAll("[\\p{Cc}\\p{Cf}]", "?");
        return readable.length() <= LONGEST ? readable : readable.substring(0, LONGEST) + "…";
    }
}
