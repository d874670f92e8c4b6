package io.futureos.studio.bench.postgres;

import io.futureos.studio.bench.BenchProject;
import io.futureos.studio.storage.Storage;
import org.jspecify.annotations.Nullable;

/** How large a state is as the contract's JSON, what a project does to get there, and what is aimed at. */
enum Size {
    KB_10("10 KB", 1, 20, 24, 72, 120, 0.7, null),
    KB_100("100 KB", 5, 100, 500, 12, 60, null, null),
    MB_1("1 MB", 20, 1_000, 5_200, 1, 30, 0.45, 0.8),
    MB_5("5 MB", 20, 1_000, 28_000, 1, 15, 0.35, 0.8);

    private final String name;
    private final int scenarios;
    private final int log;
    private final int corrections;
    private final int projects;
    private final int turns;
    private final @Nullable Double aimOfSaving;
    private final @Nullable Double aimOfLoading;

    Size(
            String name,
            int scenarios,
            int log,
            int corrections,
            int projects,
            int turns,
            @Nullable Double aimOfSaving,
            @Nullable Double aimOfLoading) {
        this.name = name;
        this.scenarios = scenarios;
        this.log = log;
        this.corrections = corrections;
        this.projects = projects;
        this.turns = turns;
        this.aimOfSaving = aimOfSaving;
        this.aimOfLoading = aimOfLoading;
    }

    BenchProject newProject(Storage storage) {
        return new BenchProject(storage, scenarios, log, 0, corrections);
    }

    /** How many projects take turns, so that none grows much by being measured: each save and each action is told in the log. */
    int projects() {
        return projects;
    }

    /** How often what takes time in proportion to the state is measured. */
    int turns() {
        return turns;
    }

    @Nullable
    Double aimOfSaving() {
        return aimOfSaving;
    }

    @Nullable
    Double aimOfLoading() {
        return aimOfLoading;
    }

    @Override
    public String toString() {
        return name;
    }
}
