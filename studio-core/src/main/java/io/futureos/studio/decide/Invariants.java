package io.futureos.studio.decide;

import io.futureos.studio.model.CellPath;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.Role;
import io.futureos.studio.model.Scenario;
import io.futureos.studio.model.ScenarioId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What holds for every project after every change, whoever asked for it. */
public final class Invariants {

    private final Limits limits;

    public Invariants(Limits limits) {
        this.limits = limits;
    }

    /**
     * The rule that {@code after} breaks, if it breaks one.
     *
     * @param changed the cells in which it differs from a project that broke none
     */
    public Optional<Refusal> brokenBy(Project before, Project after, Collection<CellPath> changed) {
        if (after.size() > limits.stateBytes() && after.size() > before.size()) {
            return Optional.of(new Refusal.StateTooLarge(after.size(), limits.stateBytes()));
        }
        for (CellPath path : changed) {
            Optional<Refusal> broken = switch (path.segments().get(0)) {
                case "scenario" -> scenario(after, path.segments());
                case "project" -> projectName(after);
                case "population" -> populationSize(after);
                case "collaborator" -> owner(after);
                default -> Optional.empty();
            };
            if (broken.isPresent()) {
                return broken;
            }
        }
        return Optional.empty();
    }

    private Optional<Refusal> scenario(Project after, List<String> segments) {
        ScenarioId id = new ScenarioId(UUID.fromString(segments.get(1)));
        Optional<String> name = after.get(Cells.scenarioName(id));
        if (name.isEmpty()) {
            return after.under(CellPath.of("scenario", segments.get(1)))
                            .iterator()
                            .hasNext()
                    ? Optional.of(new Refusal.WouldOrphan("Somebody added to scenario " + id
                            + " since, so it can't be taken away like this. Delete it with delete_scenario."))
                    : Optional.empty();
        }
        if (name.get().length() > limits.nameLength()) {
            return Optional.of(new Refusal.NameTooLong("scenario", name.get().length(), limits.nameLength()));
        }
        return segments.get(2).equals("name") ? scenarioCount(after) : Optional.empty();
    }

    private Optional<Refusal> scenarioCount(Project after) {
        int count = Scenario.idsIn(after).size();
        return count > limits.scenarios()
                ? Optional.of(new Refusal.TooManyScenarios(count, limits.scenarios()))
                : Optional.empty();
    }

    private Optional<Refusal> projectName(Project after) {
        int length = after.get(Cells.projectName()).map(String::length).orElse(0);
        return length > limits.nameLength()
                ? Optional.of(new Refusal.NameTooLong("project", length, limits.nameLength()))
                : Optional.empty();
    }

    private Optional<Refusal> populationSize(Project after) {
        long size = after.get(Cells.targetSize()).orElse(1L);
        return size < 1 || size > limits.population()
                ? Optional.of(new Refusal.PopulationTooLarge(size, limits.population()))
                : Optional.empty();
    }

    private static Optional<Refusal> owner(Project after) {
        return Cells.collaborators().in(after).containsValue(Role.OWNER)
                ? Optional.empty()
                : Optional.of(new Refusal.LastOwner());
    }
}
