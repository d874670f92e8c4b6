package io.futureos.studio.decide;

import static io.futureos.studio.decide.Decider.accepted;
import static io.futureos.studio.decide.Decider.madeAlready;
import static io.futureos.studio.decide.Decider.nothingToDo;
import static io.futureos.studio.decide.Decider.refused;
import static io.futureos.studio.decide.Decider.result;
import static io.futureos.studio.decide.Decider.started;

import io.futureos.studio.action.ReportAction;
import io.futureos.studio.action.ReportEdit;
import io.futureos.studio.change.Edits;
import io.futureos.studio.decide.Decision.Accepted;
import io.futureos.studio.model.Annotation;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.ReportConfig;
import io.futureos.studio.model.Schedule;
import io.futureos.studio.model.ScheduleProgress;
import io.futureos.studio.workflow.Assessment;
import io.futureos.studio.workflow.LaneState;
import io.futureos.studio.workflow.Workbench;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Decides the actions of the report generator. */
final class ReportDecider implements ReportAction.Cases<Decision> {

    private final DecideContext context;
    private final Project project;

    ReportDecider(DecideContext context) {
        this.context = context;
        this.project = context.project();
    }

    @Override
    public Decision generate(ReportAction.Generate action) {
        Assessment assessment = context.assessment();
        Edits edits = edits();
        if (action.config() != null) {
            edits.set(Cells.reportConfig(), edited(action.config()));
        }
        LaneState report = assessment.lane(Lane.REPORT);
        if (report.inputs() == null) {
            return refused(new Refusal.NotReady(
                    Workbench.REPORT, "a scenario whose run is up to date", "Run one with run_scenario."));
        }
        if (context.after(edits).lane(Lane.REPORT).isCurrent()) {
            return madeAlready(edits, "The report is up to date");
        }
        return started(context, edits, Lane.REPORT, "generate", "Started to generate the report");
    }

    @Override
    public Decision customize(ReportAction.Customize action) {
        return accepted(edits().set(Cells.reportConfig(), edited(action.edit())), "Customized the report");
    }

    private ReportConfig edited(ReportEdit edit) {
        return edited(project.get(Cells.reportConfig()).orElseGet(ReportConfig::standard), edit);
    }

    static ReportConfig edited(ReportConfig now, ReportEdit edit) {
        return new ReportConfig(
                Objects.requireNonNullElse(edit.template(), now.template()),
                Objects.requireNonNullElse(edit.sections(), now.sections()),
                edit.branding() != null ? edit.branding() : now.branding(),
                Objects.requireNonNullElse(edit.includeCharts(), now.includeCharts()),
                Objects.requireNonNullElse(edit.includeMethodology(), now.includeMethodology()),
                Objects.requireNonNullElse(edit.language(), now.language()),
                edit.numberFormat() != null ? edit.numberFormat() : now.numberFormat());
    }

    @Override
    public Decision export(ReportAction.Export action) {
        if (context.assessment().lane(Lane.REPORT).shown() == null) {
            return refused(new Refusal.NotReady(Workbench.REPORT, "a report", "Make one with generate."));
        }
        if (!context.formats().contains(action.format())) {
            return refused(new Refusal.FormatNotWired(action.format(), context.formats()));
        }
        if (context.assessment().export(action.format()).isCurrent()) {
            return nothingToDo("The report was exported like this already");
        }
        String format = action.format().name();
        return started(
                context, edits(), Lane.export(action.format()), "export", "Started to export the report as " + format);
    }

    @Override
    public Decision schedule(ReportAction.ScheduleReport action) {
        UUID id = action.id() == null ? context.ids().get() : action.id();
        if (action.id() != null && project.get(Cells.schedule(id)).isEmpty()) {
            return refused(new Refusal.NoSuchSchedule(id.toString()));
        }
        Map<String, Object> result = result("schedule_id", id.toString());
        Schedule schedule = action.schedule();
        if (schedule == null) {
            return accepted(
                    Leftovers.clearDeliveries(edits().clear(Cells.schedule(id)), id),
                    "Removed a report schedule",
                    result);
        }
        var warnings = new ArrayList<String>();
        if (new ScheduleProgress(schedule, context.now()).nextDue().isEmpty()) {
            warnings.add("The schedule " + schedule.frequency() + " is over: it never comes due again");
        }
        if (!context.delivers()) {
            warnings.add("This Studio delivers no reports, so the schedule is kept for one that does");
        }
        return new Accepted(
                edits().set(Cells.schedule(id), schedule).changes(),
                result,
                warnings,
                "Scheduled the report " + schedule.frequency() + " for " + schedule.recipientsCounted());
    }

    @Override
    public Decision addAnnotation(ReportAction.AddAnnotation action) {
        UUID id = context.ids().get();
        String author = Objects.requireNonNullElseGet(action.author(), context.actor()::toString);
        return accepted(
                edits().set(
                                Cells.annotation(id),
                                new Annotation(action.section(), action.text(), author, context.now())),
                "Annotated section " + action.section(),
                result("annotation_id", id.toString()));
    }

    @Override
    public Decision resolveOutcome(ReportAction.ResolveOutcome action) {
        return new ResolutionDecider(context).resolve(action.outcome());
    }

    @Override
    public Decision reviewOverrides(ReportAction.ReviewOverrides action) {
        return new ResolutionDecider(context).review();
    }

    private Edits edits() {
        return new Edits(project);
    }
}
