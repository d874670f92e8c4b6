package io.futureos.studio.decide;

import static io.futureos.studio.decide.Decider.accepted;
import static io.futureos.studio.decide.Decider.refused;
import static io.futureos.studio.decide.Decider.result;
import static io.futureos.studio.decide.Decider.started;

import io.futureos.studio.action.SimulationAction;
import io.futureos.studio.change.Edits;
import io.futureos.studio.decide.Decision.Asked;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.LiveRun;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.RunControl;
import io.futureos.studio.model.RunRecord;
import io.futureos.studio.model.Scenario;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.Shock;
import io.futureos.studio.workflow.Inputs;
import io.futureos.studio.workflow.ScenarioCheck;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Decides the actions of the simulation console. */
final class SimulationDecider implements SimulationAction.Cases<Decision> {

    private final DecideContext context;
    private final Project project;

    SimulationDecider(DecideContext context) {
        this.context = context;
        this.project = context.project();
    }

    @Override
    public Decision run(SimulationAction.Run action) {
        return of(action.scenario(), scenario -> {
            Edits edits = edits();
            if (action.config() != null) {
                edits.set(Cells.simulationConfig(), action.config());
            }
            return new RunStart(context).start(scenario, edits);
        });
    }

    @Override
    public Decision pause(SimulationAction.Pause action) {
        return of(action.scenario(), scenario -> {
            if (!isActive(scenario) || control(scenario) != RunControl.RUNNING) {
                return refused(new Refusal.NotRunning(scenario.name(), "running"));
            }
            return accepted(
                    edits().set(Cells.runControl(scenario.id()), RunControl.PAUSED),
                    "Paused the run of scenario \"" + scenario.name() + "\"");
        });
    }

    @Override
    public Decision resume(SimulationAction.Resume action) {
        return of(action.scenario(), scenario -> {
            if (control(scenario) != RunControl.PAUSED) {
                return refused(new Refusal.NotRunning(scenario.name(), "paused"));
            }
            if (hasOtherInputs(scenario)) {
                return refused(new Refusal.ChangedSincePause(scenario.name()));
            }
            // A new job even if the old one has not come to its pause yet: what that brings home then does not count.
            return started(
                    context,
                    edits().set(Cells.runControl(scenario.id()), RunControl.RUNNING),
                    Lane.scenario(scenario.id()),
                    "resume",
                    "Resumed the run of scenario \"" + scenario.name() + "\"");
        });
    }

    @Override
    public Decision stop(SimulationAction.Stop action) {
        return of(action.scenario(), scenario -> {
            if (!isActive(scenario) && control(scenario) != RunControl.PAUSED) {
                return refused(new Refusal.NotRunning(scenario.name(), "running or paused"));
            }
            Edits edits = edits().set(Cells.runControl(scenario.id()), RunControl.STOPPED)
                    .clear(Cells.job(Lane.scenario(scenario.id())));
            record(scenario).ifPresent(run -> edits.set(Cells.runRecord(scenario.id()), ended(run)));
            return accepted(edits, "Stopped the run of scenario \"" + scenario.name() + "\"");
        });
    }

    private static RunRecord ended(RunRecord run) {
        return new RunRecord(run.tick(), run.totalTicks(), run.frames(), null, run.inputs());
    }

    @Override
    public Decision replay(SimulationAction.Replay action) {
        return of(action.scenario(), scenario -> frame(scenario, action.tick()));
    }

    @Override
    public Decision stepForward(SimulationAction.StepForward action) {
        return of(action.scenario(), scenario -> {
            Optional<RunRecord> run = record(scenario);
            boolean atTheEnd = action.tick() == null
                    || (run.isPresent() && action.tick() >= run.get().tick());
            if (control(scenario) == RunControl.PAUSED && !isActive(scenario) && atTheEnd) {
                if (hasOtherInputs(scenario)) {
                    return refused(new Refusal.ChangedSincePause(scenario.name()));
                }
                return started(
                        context,
                        edits(),
                        Lane.scenario(scenario.id()),
                        "step",
                        "Stepped the run of scenario \"" + scenario.name() + "\"");
            }
            return frame(scenario, 1 + (action.tick() == null ? 0 : action.tick()));
        });
    }

    @Override
    public Decision stepBackward(SimulationAction.StepBackward action) {
        return of(action.scenario(), scenario -> {
            int at = action.tick() != null
                    ? action.tick()
                    : record(scenario).map(RunRecord::tick).orElse(0);
            return frame(scenario, at - 1);
        });
    }

    private Decision frame(Scenario scenario, int tick) {
        Optional<RunRecord> run = record(scenario);
        if (run.isEmpty()) {
            return refused(new Refusal.NoRecording(scenario.name()));
        }
        if (tick < 1 || tick > run.get().tick()) {
            return refused(new Refusal.TickOutOfRange(tick, 1, run.get().tick()));
        }
        return new Asked(new Inquiry.Frame(scenario.id(), run.get(), tick));
    }

    @Override
    public Decision injectShock(SimulationAction.InjectShock action) {
        return of(action.scenario(), scenario -> {
            Optional<RunRecord> run = record(scenario);
            boolean paused = control(scenario) == RunControl.PAUSED && !isActive(scenario) && run.isPresent();
            if (!isActive(scenario) && !paused) {
                return refused(new Refusal.NotRunning(scenario.name(), "running or paused"));
            }
            Optional<Refusal> misfit = misfit(scenario, action.variable());
            if (misfit.isPresent()) {
                return refused(misfit.get());
            }
            Optional<LiveRun> live = context.live().apply(scenario.id()).filter(running -> isActive(scenario));
            int done = live.map(LiveRun::tick)
                    .orElseGet(() -> run.map(RunRecord::tick).orElse(0));
            int last = live.map(LiveRun::totalTicks)
                    .orElseGet(() -> run.map(RunRecord::totalTicks).orElse(Integer.MAX_VALUE));
            int tick = action.tick() == null ? done + 1 : action.tick();
            if (tick <= done || tick > last) {
                return refused(new Refusal.TickOutOfRange(tick, done + 1, last));
            }
            var shock = new Shock(tick, action.variable(), action.magnitude());
            return accepted(
                    edits().set(Cells.injectedShock(scenario.id(), context.ids().get()), shock),
                    "Injected a shock of " + action.magnitude() + " to " + action.variable() + " at tick " + tick,
                    result("tick", tick, "exploratory", true));
        });
    }

    @Override
    public Decision adoptShocks(SimulationAction.AdoptShocks action) {
        return of(action.scenario(), scenario -> {
            Map<String, Shock> injected = Cells.injectedShocks(scenario.id()).in(project);
            if (isActive(scenario) || control(scenario) == RunControl.PAUSED) {
                return refused(new Refusal.RunGoesOn(scenario.name()));
            }
            if (injected.isEmpty()) {
                return refused(new Refusal.NothingToAdopt(scenario.name()));
            }
            Edits edits = edits().clearAll(Cells.injectedShocks(scenario.id()));
            injected.values()
                    .forEach(shock -> edits.set(
                            Cells.scenarioShock(scenario.id(), context.ids().get()), shock));
            return accepted(
                    edits,
                    "Adopted " + injected.size() + (injected.size() == 1 ? " shock" : " shocks") + " into scenario \""
                            + scenario.name() + "\"",
                    result("adopted", injected.size()));
        });
    }

    @Override
    public Decision exportData(SimulationAction.ExportData action) {
        return of(
                action.scenario(),
                scenario -> record(scenario)
                        .<Decision>map(run -> new Asked(new Inquiry.FrameExport(scenario.id(), run, action.format())))
                        .orElseGet(() -> refused(new Refusal.NoRecording(scenario.name()))));
    }

    /** The scenario that was named, else the one whose run was started last, else the first. */
    private Decision of(@Nullable ScenarioId named, Function<Scenario, Decision> decide) {
        List<ScenarioId> all = Scenario.idsIn(project);
        if (named == null && all.isEmpty()) {
            return refused(new Refusal.NoScenario());
        }
        ScenarioId id = named != null
                ? named
                : project.get(Cells.lastRun()).filter(all::contains).orElseGet(() -> all.get(0));
        return Scenario.of(project, id)
                .map(decide)
                .orElseGet(() -> refused(ScenarioDecider.unknownScenario(project, id)));
    }

    private Optional<Refusal> misfit(Scenario scenario, String variable) {
        var check = new ScenarioCheck(
                context.assessment().lane(Lane.DATA).shown(),
                context.assessment().lane(Lane.POPULATION).shown());
        List<String> problems = check.problems(scenario.with(new Shock(1, variable, 0)));
        return problems.isEmpty() ? Optional.empty() : Optional.of(new Refusal.ScenarioDoesNotFit(problems));
    }

    /** Whether the scenario, or what it builds on, was edited since the run was paused. */
    private boolean hasOtherInputs(Scenario scenario) {
        Inputs today = context.assessment().lane(Lane.scenario(scenario.id())).inputs();
        return record(scenario)
                .map(run -> today == null || !today.fingerprint().equals(run.inputs()))
                .orElse(today == null);
    }

    private boolean isActive(Scenario scenario) {
        return project.get(Cells.job(Lane.scenario(scenario.id()))).isPresent();
    }

    private @Nullable RunControl control(Scenario scenario) {
        return project.get(Cells.runControl(scenario.id())).orElse(null);
    }

    private Optional<RunRecord> record(Scenario scenario) {
        return project.get(Cells.runRecord(scenario.id()));
    }

    private Edits edits() {
        return new Edits(project);
    }
}
