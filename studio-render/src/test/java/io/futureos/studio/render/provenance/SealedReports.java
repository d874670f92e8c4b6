package io.futureos.studio.render.provenance;

import io.futureos.studio.model.Annotation;
import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.ReportConfig;
import io.futureos.studio.render.Exports;
import io.futureos.studio.render.ReportExporters;
import io.futureos.studio.render.Reports;
import io.futureos.studio.report.BoundNumber;
import io.futureos.studio.report.Chart;
import io.futureos.studio.report.GeneratedReport;
import io.futureos.studio.report.Origin;
import io.futureos.studio.report.Provenance;
import io.futureos.studio.report.ReportAppendix;
import io.futureos.studio.report.ReportContent;
import io.futureos.studio.report.ReportExporter;
import io.futureos.studio.report.ReportSection;
import io.futureos.studio.report.ResourceResolver;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A report of two sections and two charts in every format, plain and signed: small, as it is verified thousands of times. */
final class SealedReports {

    static final String KEY_ID = "board-2025";
    static final KeyPair KEYS = keys();
    static final ReportVerifier VERIFIER = ReportVerifier.trusting(Map.of(KEY_ID, KEYS.getPublic()));

    private static final Map<ExportFormat, byte[]> PLAIN = files(ReportExporters.all());
    private static final Map<ExportFormat, byte[]> SIGNED =
            files(ReportExporters.signedBy(Signer.ed25519(KEY_ID, KEYS.getPrivate())));

    private SealedReports() {}

    static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] plain(ExportFormat format) {
        return PLAIN.getOrDefault(format, new byte[0]).clone();
    }

    static byte[] signed(ExportFormat format) {
        return SIGNED.getOrDefault(format, new byte[0]).clone();
    }

    static Map<ExportFormat, byte[]> files(List<ReportExporter> exporters) {
        var files = new EnumMap<ExportFormat, byte[]>(ExportFormat.class);
        exporters.forEach(exporter -> files.put(exporter.format(), Exports.bytes(exporter, request())));
        return files;
    }

    static ReportExporter.Request request() {
        return new ReportExporter.Request(
                report(),
                ReportConfig.standard(),
                List.of(new Annotation("population", "Checked in 2025.", "Ingrid Solberg", Reports.GENERATED)),
                List.of(),
                ResourceResolver.none());
    }

    static GeneratedReport report() {
        return report(41);
    }

    /** The same, made from another revision of the project. */
    static GeneratedReport forged() {
        return report(42);
    }

    private static GeneratedReport report(long revision) {
        GeneratedReport report = Reports.request(content()).report();
        var provenance = new Provenance(
                revision,
                3,
                Map.of("data", "a".repeat(64)),
                Map.of("simulation", 7L),
                List.of(new Provenance.Maker("simulation", "1.2")));
        return new GeneratedReport(
                report.reportId(), report.projectId(), report.generatedAt(), report.content(), Map.of(), provenance);
    }

    private static ReportContent content() {
        var share = new BoundNumber(
                "41 %",
                0.4127, false, List.of(Origin.of(Origin.Kind.FORECAST, "base").at("probability")));
        var households = new BoundNumber(
                "20,000",
                20_000,
                false,
                List.of(Origin.of(Origin.Kind.POPULATION).at("size")));
        return new ReportContent(
                "Norway goes electric",
                List.of(
                        new ReportSection(
                                "The answer",
                                "headline",
                                "<p>The probability is 41&nbsp;%, and it was 38&nbsp;% a month ago.</p>"
                                        + "<table><thead><tr><th>Year</th><th>Share</th></tr></thead><tbody>"
                                        + "<tr><td>2023</td><td>82.4&nbsp;%</td></tr>"
                                        + "<tr><td>2024</td><td>88.9&nbsp;%</td></tr></tbody></table>",
                                List.of(shares()),
                                List.of(share)),
                        new ReportSection(
                                "Population",
                                "population",
                                "<p>It has 20,000 households, fitted to the register.</p>",
                                List.of(incomes()),
                                List.of(households))),
                new ReportAppendix(
                        "<p>Pooled from 3 forecasts.</p>",
                        List.of("Statistics Norway, table 14020"),
                        Map.of("brier_score", 0.18),
                        List.of("Vans are counted since 2019.")));
    }

    private static Chart shares() {
        return new Chart(
                "line",
                Map.of(
                        "x",
                        List.of("2024-10", "2024-11", "2024-12"),
                        "series",
                        List.of(Map.of("name", "Observed", "values", List.of(0.874, 0.902, 0.946)))),
                Map.of("title", "The share keeps rising", "unit", "percent"));
    }

    private static Chart incomes() {
        return new Chart(
                "bar",
                Map.of(
                        "categories",
                        List.of("Low", "Middle", "High"),
                        "series",
                        List.of(Map.of("name", "Households", "values", List.of(5120, 9040, 5840)))),
                Map.of("title", "Most earn something between", "unit", "number"));
    }
}
