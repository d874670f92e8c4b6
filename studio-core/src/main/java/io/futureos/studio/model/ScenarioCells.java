package io.futureos.studio.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers a scenario's cells in one walk through its room. */
final class ScenarioCells {

    private final ScenarioId id;
    private @Nullable String name;
    private String description = "";
    private long rank;
    private final Map<String, Object> overrides = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> adjustments = new LinkedHashMap<>();
    private final List<Shock> shocks = new ArrayList<>();

    private ScenarioCells(ScenarioId id) {
        this.id = id;
    }

    static Optional<Scenario> of(Project project, ScenarioId id) {
        var cells = new ScenarioCells(id);
        for (Map.Entry<CellPath, Object> entry : project.under(CellPath.of("scenario", id.toString()))) {
            cells.add(entry.getKey(), entry.getValue());
        }
        return cells.scenario();
    }

    private void add(CellPath path, Object value) {
        switch (path.segment(2)) {
            case "name" -> name = CellTypes.TEXT.of(value);
            case "description" -> description = CellTypes.TEXT.of(value);
            case "rank" -> rank = CellTypes.WHOLE.of(value);
            case "override" -> overrides.put(path.name(), value);
            case "adjustment" -> adjustments.put(path.name(), CellTypes.OBJECT.of(value));
            case "shock" -> shocks.add(CellTypes.SHOCK.of(value));
            default -> {
                // another version of the library wrote it
            }
        }
    }

    private Optional<Scenario> scenario() {
        return name == null
                ? Optional.empty()
                : Optional.of(new Scenario(id, name, description, rank, overrides, adjustments, shocks));
    }
}
