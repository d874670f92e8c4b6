package io.futureos.studio.action;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.KnownOutcome;
import io.futureos.studio.model.Schedule;
import io.futureos.studio.workflow.Workbench;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the report generator can be asked. */
public sealed interface ReportAction extends WorkbenchAction {

    /** The answer for this action. */
    <R> R match(Cases<R> cases);

    @Override
    default <R> R match(WorkbenchAction.Cases<R> cases) {
        return cases.report(this);
    }

    @Override
    default Workbench workbench() {
        return Workbench.REPORT;
    }

    /**
     * Writes the report.
     *
     * @param config what to change in the configuration first; null for nothing
     */
    record Generate(@Nullable ReportEdit config) implements ReportAction {

        @Override
        public String name() {
            return "generate";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.generate(this);
        }
    }

    /**
     * Changes how the report is to look.
     *
     * @param edit changes at least one part
     */
    record Customize(ReportEdit edit) implements ReportAction {

        public Customize {
            if (edit.isEmpty()) {
                throw new IllegalArgumentException("The edit of a report's configuration changes nothing");
            }
        }

        @Override
        public String name() {
            return "customize";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.customize(this);
        }
    }

    /** Writes the report to a file. */
    record Export(ExportFormat format) implements ReportAction {

        public Export {
            requireNonNull(format, "format");
        }

        @Override
        public String name() {
            return "export";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.export(this);
        }
    }

    /**
     * Sends the report again and again, or stops doing so.
     *
     * @param id which schedule to replace or remove; null adds one
     * @param schedule to 1 to 50 mail addresses; null stops the schedule {@code id}
     */
    record ScheduleReport(@Nullable UUID id, @Nullable Schedule schedule) implements ReportAction {

        static final String DEFAULT_TIME_ZONE = "UTC";
        static final Range RECIPIENTS = new Range(1, 50);

        public ScheduleReport {
            if (schedule == null) {
                requireNonNull(id, "A schedule is removed by its id");
            } else {
                ScheduleRule.FREQUENCY.require("frequency", schedule.frequency());
                ScheduleRule.TIME_ZONE.require("timeZone", schedule.timeZone());
                RECIPIENTS.require(
                        "The number of recipients", (long) schedule.recipients().size());
                schedule.recipients().forEach(recipient -> ScheduleRule.RECIPIENT.require("recipient", recipient));
            }
        }

        /** Stops a schedule. */
        public static ScheduleReport removing(UUID id) {
            return new ScheduleReport(id, null);
        }

        @Override
        public String name() {
            return "schedule";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.schedule(this);
        }
    }

    /**
     * Attaches a remark to a section of the report.
     *
     * @param author whose remark it is; null for the user who asks
     */
    record AddAnnotation(
            String section, String text, @Nullable String author) implements ReportAction {

        public AddAnnotation {
            TextRule.NAME.require("section", section);
            TextRule.REMARK.require("text", text);
            TextRule.NAME.requireIfPresent("author", author);
        }

        @Override
        public String name() {
            return "add_annotation";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.addAnnotation(this);
        }
    }

    /**
     * Says how the question turned out, which scores the forecasts that stood before, and starts to look what their assumptions
     * were worth.
     */
    record ResolveOutcome(KnownOutcome outcome) implements ReportAction {

        public ResolveOutcome {
            TextRule.REASON.require("source", outcome.source());
        }

        @Override
        public String name() {
            return "resolve_outcome";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.resolveOutcome(this);
        }
    }

    /** Looks again what the assumptions of the last forecast were worth, where that failed or was cancelled. */
    record ReviewOverrides() implements ReportAction {

        @Override
        public String name() {
            return "review_overrides";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.reviewOverrides(this);
        }
    }

    /** An answer for each action. */
    interface Cases<R> {
        R generate(Generate action);

        R customize(Customize action);

        R export(Export action);

        R schedule(ScheduleReport action);

        R addAnnotation(AddAnnotation action);

        R resolveOutcome(ResolveOutcome action);

        R reviewOverrides(ReviewOverrides action);
    }
}
