package io.futureos.studio.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A project as callers see it: what was set, what was derived from it, and who is there. It has every field of the
 * contract; {@code revision}, {@code predictionTask} and what tells about staleness are additions.
 *
 * <p>A state is made at every change, so {@code modificationLog} and the causes of staleness are not copied: hand over
 * lists that nobody changes any more.
 *
 * @param version the number of the last snapshot
 * @param predictionTaskId null until there is a question that was understood
 * @param dataPackageId null until data was collected
 * @param populationId null until a population was made
 * @param scenarios in the order in which the analyst ranked them
 * @param modificationLog the latest entries, oldest first
 * @param activeUsers who is looking at the project or editing it now
 * @param revision the number of the last change
 * @param predictionTask the question as it was understood (open values); null as long as it was not
 */
public record ProjectState(
        ProjectId projectId,
        UserId userId,
        @Nullable TeamId teamId,
        String projectName,
        String description,
        Instant createdAt,
        Instant updatedAt,
        int version,
        ProjectStatus status,
        @Nullable UUID predictionTaskId,
        @Nullable UUID dataPackageId,
        @Nullable UUID populationId,
        List<ScenarioState> scenarios,
        WorkbenchStates workbenchStates,
        List<ModificationEntry> modificationLog,
        List<CollaboratorState> collaborators,
        List<UserId> activeUsers,
        long revision,
        @Nullable Map<String, Object> predictionTask) {

    public ProjectState {
        requireNonNull(projectId, "projectId");
        requireNonNull(userId, "userId");
        requireNonNull(projectName, "projectName");
        requireNonNull(description, "description");
        requireNonNull(createdAt, "createdAt");
        requireNonNull(updatedAt, "updatedAt");
        requireNonNull(status, "status");
        scenarios = List.copyOf(scenarios);
        requireNonNull(workbenchStates, "workbenchStates");
        modificationLog = Collections.unmodifiableList(modificationLog);
        collaborators = List.copyOf(collaborators);
        activeUsers = List.copyOf(activeUsers);
        predictionTask = predictionTask == null ? null : OpenValue.map(predictionTask);
    }

    /** This state with other people around. */
    public ProjectState withPeople(List<CollaboratorState> people, List<UserId> active) {
        return new ProjectState(
                projectId,
                userId,
                teamId,
                projectName,
                description,
                createdAt,
                updatedAt,
                version,
                status,
                predictionTaskId,
                dataPackageId,
                populationId,
                scenarios,
                workbenchStates,
                modificationLog,
                people,
                active,
                revision,
                predictionTask);
    }

    /** This state with another simulation. */
    public ProjectState withSimulation(SimulationState simulation) {
        var stages = new WorkbenchStates(
                workbenchStates.data(),
                workbenchStates.population(),
                workbenchStates.scenario(),
                simulation,
                workbenchStates.report());
        return new ProjectState(
                projectId,
                userId,
                teamId,
                projectName,
                description,
                createdAt,
                updatedAt,
                version,
                status,
                predictionTaskId,
                dataPackageId,
                populationId,
                scenarios,
                stages,
                modificationLog,
                collaborators,
                activeUsers,
                revision,
                predictionTask);
    }

    /**
     * A scenario and how far its run is.
     *
     * @param simulationId the run whose outcome is shown; null if there is none
     * @param ensembleId the forecast that is shown; null if there is none
     * @param stale whether the forecast was made from other inputs than today's
     * @param causes why it is stale; empty if it is not
     * @param failure why its last run failed; null unless the status is {@code failed}
     */
    public record ScenarioState(
            ScenarioId scenarioId,
            String name,
            String description,
            ScenarioStatus status,
            @Nullable UUID simulationId,
            @Nullable UUID ensembleId,
            boolean stale,
            List<StalenessCause> causes,
            @Nullable Failure failure) {

        public ScenarioState {
            requireNonNull(scenarioId, "scenarioId");
            requireNonNull(name, "name");
            requireNonNull(description, "description");
            requireNonNull(status, "status");
            causes = Collections.unmodifiableList(causes);
        }
    }

    /** The state of each workbench. */
    public record WorkbenchStates(
            DataState data,
            PopulationState population,
            ScenarioStageState scenario,
            SimulationState simulation,
            ReportState report) {

        public WorkbenchStates {
            requireNonNull(data, "data");
            requireNonNull(population, "population");
            requireNonNull(scenario, "scenario");
            requireNonNull(simulation, "simulation");
            requireNonNull(report, "report");
        }
    }

    /** The Data Workbench. */
    public record DataState(
            StageStatus status,
            List<DataOverride> overrides,
            List<DataSource> customSources,
            Instant lastAccessed,
            StageFreshness freshness) {

        public DataState {
            requireNonNull(status, "status");
            overrides = List.copyOf(overrides);
            customSources = List.copyOf(customSources);
            requireNonNull(lastAccessed, "lastAccessed");
            requireNonNull(freshness, "freshness");
        }
    }

    /** The Population Workbench. */
    public record PopulationState(
            StageStatus status,
            List<PopulationAdjustment> adjustments,
            Instant lastAccessed,
            StageFreshness freshness) {

        public PopulationState {
            requireNonNull(status, "status");
            adjustments = List.copyOf(adjustments);
            requireNonNull(lastAccessed, "lastAccessed");
            requireNonNull(freshness, "freshness");
        }
    }

    /** The Scenario Workbench. */
    public record ScenarioStageState(
            StageStatus status, int scenarioCount, Instant lastAccessed, StageFreshness freshness) {

        public ScenarioStageState {
            requireNonNull(status, "status");
            requireNonNull(lastAccessed, "lastAccessed");
            requireNonNull(freshness, "freshness");
        }
    }

    /**
     * The Simulation Console.
     *
     * @param currentTick how many months of the run shown were simulated; null if there is no run
     * @param totalTicks how many months the run shown has; null if there is no run
     */
    public record SimulationState(
            SimulationStatus status,
            @Nullable Integer currentTick,
            @Nullable Integer totalTicks,
            Instant lastAccessed,
            StageFreshness freshness) {

        public SimulationState {
            requireNonNull(status, "status");
            requireNonNull(lastAccessed, "lastAccessed");
            requireNonNull(freshness, "freshness");
        }
    }

    /**
     * The Report Generator.
     *
     * @param reportId the report that is shown; null if there is none
     * @param resolution how the question turned out; null as long as that is not known
     */
    public record ReportState(
            StageStatus status,
            @Nullable ReportId reportId,
            Instant lastAccessed,
            StageFreshness freshness,
            @Nullable ResolutionState resolution) {

        public ReportState {
            requireNonNull(status, "status");
            requireNonNull(lastAccessed, "lastAccessed");
            requireNonNull(freshness, "freshness");
        }

        /** The state as long as the outcome is not known. */
        public ReportState(
                StageStatus status, @Nullable ReportId reportId, Instant lastAccessed, StageFreshness freshness) {
            this(status, reportId, lastAccessed, freshness, null);
        }
    }

    /**
     * How the question turned out.
     *
     * @param answer whether the answer is yes
     * @param value what the question's value came to; null where only the answer is known
     * @param knownAt from when on that was known
     * @param source who published it
     * @param resolvedBy who said so
     * @param resolvedAt when they said so
     */
    public record ResolutionState(
            boolean answer,
            @Nullable Double value,
            Instant knownAt,
            String source,
            UserId resolvedBy,
            Instant resolvedAt) {

        public ResolutionState {
            requireNonNull(knownAt, "knownAt");
            requireNonNull(source, "source");
            requireNonNull(resolvedBy, "resolvedBy");
            requireNonNull(resolvedAt, "resolvedAt");
        }
    }

    /**
     * Whether what a stage shows was made from today's inputs.
     *
     * @param causes why it is stale; empty if it is not
     * @param needs what has to be done to be complete again, one sentence each
     * @param failure why the last job of the stage failed; null if it did not, or what it worked on was edited since
     */
    public record StageFreshness(
            boolean stale,
            List<StalenessCause> causes,
            List<String> needs,
            @Nullable Failure failure) {

        public StageFreshness {
            causes = Collections.unmodifiableList(causes);
            needs = List.copyOf(needs);
        }
    }

    /**
     * An input that is no longer what the output shown was made from.
     *
     * @param input which input
     * @param summary what happened to it, a sentence for people without its full stop; it begins with a verb in the past tense
     *     if somebody did it, so that a name can be put before it
     * @param revision the change that last set it; null if no single one did
     * @param by who made that change
     * @param at when that change was made
     */
    public record StalenessCause(
            String input,
            String summary,
            @Nullable Long revision,
            @Nullable UserId by,
            @Nullable Instant at) {

        public StalenessCause {
            requireNonNull(input, "input");
            requireNonNull(summary, "summary");
        }
    }

    /** A change that somebody made. */
    public record ModificationEntry(
            Instant timestamp, UserId userId, String workbench, String action, String summary, boolean reversible) {

        public ModificationEntry {
            requireNonNull(timestamp, "timestamp");
            requireNonNull(userId, "userId");
            requireNonNull(workbench, "workbench");
            requireNonNull(action, "action");
            requireNonNull(summary, "summary");
        }
    }

    /** Somebody who takes part, and when they last did something here. */
    public record CollaboratorState(UserId userId, Role role, Instant lastActive) {

        public CollaboratorState {
            requireNonNull(userId, "userId");
            requireNonNull(role, "role");
            requireNonNull(lastActive, "lastActive");
        }
    }
}
