package io.futureos.studio.action;

import io.futureos.studio.action.ReportAction.AddAnnotation;
import io.futureos.studio.action.ReportAction.Customize;
import io.futureos.studio.action.ReportAction.Export;
import io.futureos.studio.action.ReportAction.Generate;
import io.futureos.studio.action.ReportAction.ResolveOutcome;
import io.futureos.studio.action.ReportAction.ReviewOverrides;
import io.futureos.studio.action.ReportAction.ScheduleReport;
import io.futureos.studio.model.KnownOutcome;
import io.futureos.studio.model.NumberFormat;
import io.futureos.studio.model.ReportConfig.Branding;
import io.futureos.studio.model.Schedule;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes the contract's {@code ReportGeneratorPayload}, on top of what {@code payload} has. */
record ReportWriter(JsonObject payload) implements ReportAction.Cases<JsonObject> {

    @Override
    public JsonObject generate(Generate action) {
        return payload.withPresent("report_config", action.config() == null ? null : config(action.config()));
    }

    @Override
    public JsonObject customize(Customize action) {
        return payload.with("report_config", config(action.edit()));
    }

    @Override
    public JsonObject export(Export action) {
        return payload.with("export_format", Choice.word(action.format()));
    }

    @Override
    public JsonObject schedule(ScheduleReport action) {
        return payload.with(
                "schedule",
                action.schedule() == null ? removedSchedule(action.id()) : newSchedule(action.id(), action.schedule()));
    }

    @Override
    public JsonObject addAnnotation(AddAnnotation action) {
        return payload.with(
                "annotation",
                new JsonObject()
                        .with("section", action.section())
                        .with("text", action.text())
                        .withPresent("author", action.author())
                        .toMap());
    }

    @Override
    public JsonObject resolveOutcome(ResolveOutcome action) {
        KnownOutcome outcome = action.outcome();
        return payload.with(
                "outcome",
                new JsonObject()
                        .withPresent("value", outcome.value())
                        .withPresent("answer", outcome.answer())
                        .with("known_at", outcome.knownAt().toString())
                        .with("source", outcome.source())
                        .toMap());
    }

    @Override
    public JsonObject reviewOverrides(ReviewOverrides action) {
        return payload;
    }

    static Map<String, Object> config(ReportEdit edit) {
        return new JsonObject()
                .withPresent("template", edit.template() == null ? null : Choice.word(edit.template()))
                .withPresent("sections", edit.sections())
                .withPresent("branding", edit.branding() == null ? null : branding(edit.branding()))
                .withPresent("include_charts", edit.includeCharts())
                .withPresent("include_methodology", edit.includeMethodology())
                .withPresent("language", edit.language() == null ? null : Choice.word(edit.language()))
                .withPresent("number_format", edit.numberFormat() == null ? null : numberFormat(edit.numberFormat()))
                .toMap();
    }

    private static Map<String, Object> branding(Branding branding) {
        return new JsonObject()
                .withPresent("logo_url", branding.logoUrl())
                .with("colors", branding.colors())
                .toMap();
    }

    private static Map<String, Object> numberFormat(NumberFormat format) {
        return new JsonObject()
                .with("decimal_mark", Choice.word(format.decimalMark()))
                .with("grouping", Choice.word(format.grouping()))
                .with("percent_space", format.percentSpace())
                .toMap();
    }

    private static Map<String, Object> newSchedule(@Nullable UUID id, Schedule schedule) {
        return new JsonObject()
                .withPresent("schedule_id", id == null ? null : id.toString())
                .with("frequency", schedule.frequency())
                .with("time_zone", schedule.timeZone())
                .withPresent(
                        "time", schedule.time() == null ? null : schedule.time().toString())
                .withPresent("weekday", schedule.weekday() == null ? null : Choice.word(schedule.weekday()))
                .withPresent("day_of_month", schedule.dayOfMonth())
                .with("missed", Choice.word(schedule.missed()))
                .with("formats", schedule.formats().stream().map(Choice::word).toList())
                .with("refresh", schedule.refresh())
                .with("recipients", schedule.recipients())
                .toMap();
    }

    private static Map<String, Object> removedSchedule(@Nullable UUID id) {
        return new JsonObject()
                .with("schedule_id", String.valueOf(id))
                .with("remove", true)
                .toMap();
    }
}
