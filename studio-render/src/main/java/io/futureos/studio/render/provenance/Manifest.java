package io.futureos.studio.render.provenance;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.model.OpenValue;
import io.futureos.studio.report.BoundNumber;
import io.futureos.studio.report.GeneratedReport;
import io.futureos.studio.report.Origin;
import io.futureos.studio.report.Provenance;
import io.futureos.studio.report.ReportSection;
import io.futureos.studio.workflow.CanonicalJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a report is and what it was made from, every number with its origins, and the fingerprint of each part of the file:
 * canonical JSON (RFC 8785), the same in all four formats but for the parts.
 */
public final class Manifest {

    private static final long SCHEMA = 1;

    private Manifest() {}

    /**
     * The manifest of a file.
     *
     * @param parts the fingerprint of each part, by a name that a person understands
     */
    public static byte[] of(GeneratedReport report, Map<String, Fingerprint> parts) {
        Provenance provenance = report.provenance();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("schema", SCHEMA);
        fields.put("report_id", report.reportId().toString());
        fields.put("project_id", report.projectId().toString());
        fields.put("generated_at", report.generatedAt().toString());
        fields.put("title", report.content().title());
        fields.put("revision", provenance.revision());
        fields.put("version", provenance.version());
        fields.put("inputs", provenance.inputs());
        fields.put("seeds", provenance.seeds());
        fields.put(
                "engines",
                provenance.engines().stream()
                        .map(engine -> Map.of("name", engine.name(), "version", engine.version()))
                        .toList());
        fields.put("numbers", numbers(report));
        var fingerprints = new LinkedHashMap<String, Object>();
        parts.forEach((name, fingerprint) -> fingerprints.put(name, fingerprint.value()));
        fields.put("parts", fingerprints);
        return CanonicalJson.write(OpenValue.map(fields)).getBytes(UTF_8);
    }

    private static List<Object> numbers(GeneratedReport report) {
        var numbers = new ArrayList<Object>();
        for (ReportSection section : report.content().sections()) {
            for (BoundNumber number : section.numbers()) {
                numbers.add(Map.of(
                        "section",
                        section.type(),
                        "text",
                        number.text(),
                        "value",
                        number.value(),
                        "computed",
                        number.computed(),
                        "origins",
                        number.origins().stream().map(Manifest::origin).toList()));
            }
        }
        return numbers;
    }

    private static Map<String, Object> origin(Origin origin) {
        return Map.of("kind", origin.kind().name(), "name", origin.name(), "pointer", origin.pointer());
    }
}
