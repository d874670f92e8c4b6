package io.futureos.studio.decide;

import static io.futureos.studio.decide.Decider.accepted;
import static io.futureos.studio.decide.Decider.nothingToDo;
import static io.futureos.studio.decide.Decider.refused;
import static io.futureos.studio.decide.Decider.started;

import io.futureos.studio.action.DataAction;
import io.futureos.studio.change.Edits;
import io.futureos.studio.decide.Decision.Asked;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.DataOverride;
import io.futureos.studio.model.DataSource;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.Output;
import io.futureos.studio.model.Project;
import io.futureos.studio.workflow.LaneState;
import io.futureos.studio.workflow.Pins;
import io.futureos.studio.workflow.Workbench;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Decides the actions of the data workbench. */
final class DataDecider implements DataAction.Cases<Decision> {

    private final DecideContext context;
    private final Project project;
    private final LaneState data;

    DataDecider(DecideContext context) {
        this.context = context;
        this.project = context.project();
        this.data = context.assessment().lane(Lane.DATA);
    }

    @Override
    public Decision exploreSources(DataAction.ExploreSources action) {
        return new Asked(new Inquiry.Sources(data.shown()));
    }

    @Override
    public Decision configureSource(DataAction.ConfigureSource action) {
        Map<String, DataSource> sources = Cells.sources().in(project);
        DataSource known = sources.get(action.source());
        String type = action.type() != null ? action.type() : known != null ? known.type() : null;
        if (type == null) {
            return refused(new Refusal.UnknownSource(action.source(), sources.keySet()));
        }
        return accepted(
                edits().set(
                                Cells.source(action.source()),
                                new DataSource(action.source(), type, action.configuration())),
                "Configured source " + action.source());
    }

    @Override
    public Decision previewData(DataAction.PreviewData action) {
        Output shown = data.shown();
        if (shown == null) {
            return refused(new Refusal.NotReady(Workbench.DATA, "a data package", "Build one with refresh_data."));
        }
        return new Asked(new Inquiry.Preview(shown, action.source(), action.offset(), action.limit()));
    }

    @Override
    public Decision overrideValue(DataAction.OverrideValue action) {
        if (action.remove()) {
            return accepted(
                    edits().clear(Cells.dataOverride(action.field())), "Withdrew the override of " + action.field());
        }
        var override = new DataOverride(action.field(), action.value(), action.reason());
        return accepted(
                edits().set(Cells.dataOverride(action.field()), override),
                "Set " + action.field() + " to " + action.value() + ": " + action.reason());
    }

    @Override
    public Decision addCustomSource(DataAction.AddCustomSource action) {
        DataSource source = action.source();
        if (project.get(Cells.source(source.name())).isPresent()) {
            return refused(new Refusal.SourceExists(source.name()));
        }
        return accepted(edits().set(Cells.source(source.name()), source), "Added source " + source.name());
    }

    @Override
    public Decision refreshData(DataAction.RefreshData action) {
        if (Cells.sources().in(project).isEmpty()) {
            return refused(new Refusal.NoSources());
        }
        if (!action.fetch() && data.isCurrent()) {
            return nothingToDo("The data package is up to date");
        }
        Set<String> missing = new TreeSet<>(Cells.sources().in(project).keySet());
        missing.removeAll(Pins.of(project).keySet());
        if (!action.fetch() && !missing.isEmpty()) {
            return refused(new Refusal.NeverFetched(missing));
        }
        return action.fetch()
                ? started(context, edits(), Lane.DATA, "fetch", "Started to refresh the data")
                : started(context, edits(), Lane.DATA, "rebuild", "Started to rebuild the data package");
    }

    private Edits edits() {
        return new Edits(project);
    }
}
