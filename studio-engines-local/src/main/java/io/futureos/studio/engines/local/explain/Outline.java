package io.futureos.studio.engines.local.explain;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.model.ReportConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which sections a report has, in which order. */
final class Outline {

    private static final Map<String, Section> SECTIONS = byType(List.of(
            new HeadlineSection(),
            new ResolutionSection(),
            new ForecastSection(),
            new ScenariosSection(),
            new SensitivitySection(),
            new DriversSection(),
            new ReasoningSection(),
            new PopulationSection(),
            new MethodSection(),
            new CalibrationSection(),
            new LimitsSection()));

    private Outline() {}

    private static Map<String, Section> byType(List<Section> sections) {
        Map<String, Section> byType = new LinkedHashMap<>();
        sections.forEach(section -> byType.put(section.type(), section));
        return java.util.Collections.unmodifiableMap(byType);
    }

    static List<String> types() {
        return List.copyOf(SECTIONS.keySet());
    }

    /**
     * The sections that the configuration asks for, or else those of its template. Without methodology the section on
     * the method is left out even if it is asked for.
     *
     * @param resolved whether the outcome is known, of which no template tells before
     * @throws EngineException {@code section_unknown}
     */
    static List<Section> sections(ReportConfig config, boolean resolved) {
        List<String> chosen = config.sections().isEmpty() ? standard(config, resolved) : config.sections();
        return chosen.stream()
                .distinct()
                .map(Outline::section)
                .filter(section ->
                        config.includeMethodology() || !section.type().equals(MethodSection.TYPE))
                .toList();
    }

    private static Section section(String type) {
        Section section = SECTIONS.get(type);
        if (section == null) {
            throw new EngineException(
                    "section_unknown",
                    "There is no report section \"" + type + "\"; choose among: " + String.join(", ", types()) + ".");
        }
        return section;
    }

    private static List<String> standard(ReportConfig config, boolean resolved) {
        List<String> ofTemplate = config.template().sections();
        return (ofTemplate.isEmpty() ? types() : ofTemplate)
                .stream()
                        .filter(type -> resolved || !type.equals(ResolutionSection.TYPE))
                        .toList();
    }
}
