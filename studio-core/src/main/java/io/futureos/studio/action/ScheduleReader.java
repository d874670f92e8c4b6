package io.futureos.studio.action;

import io.futureos.studio.action.ReportAction.ScheduleReport;
import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.MissedPolicy;
import io.futureos.studio.model.Schedule;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Reads the contract's {@code schedule}, with what the Studio adds to it. */
final class ScheduleReader {

    private static final Range DAYS_OF_MONTH = new Range(1, 31);
    private static final Range FORMATS = new Range(0, ExportFormat.values().length);

    private static final List<String> ALL_BUT_ID = List.of(
            "frequency", "time_zone", "time", "weekday", "day_of_month", "missed", "formats", "refresh", "recipients");

    private final Fields schedule;
    private final Field<String> frequency;

    private ScheduleReader(Fields schedule) {
        this.schedule = schedule;
        this.frequency = schedule.required("frequency").text(ScheduleRule.FREQUENCY);
    }

    static Field<WorkbenchAction> schedule(Fields schedule) {
        boolean remove = schedule.optional("remove").flag().or(false);
        return remove ? removed(schedule) : new ScheduleReader(schedule).added();
    }

    private static Field<WorkbenchAction> removed(Fields schedule) {
        var id = schedule.required("schedule_id").uuid();
        for (String field : ALL_BUT_ID) {
            schedule.excluded(
                    field, "is given although the schedule is removed", "Leave out either " + field + " or remove.");
        }
        return schedule.build(() -> ScheduleReport.removing(id.get()));
    }

    private Field<WorkbenchAction> added() {
        var id = schedule.optional("schedule_id").uuid();
        var timeZone = schedule.optional("time_zone").text(ScheduleRule.TIME_ZONE);
        Field<LocalTime> time = fitting(
                "time", Schedule.NAMED, slot -> slot.text(ScheduleRule.TIME).map(LocalTime::parse));
        Field<DayOfWeek> weekday = fitting("weekday", List.of(Schedule.WEEKLY), slot -> slot.oneOf(DayOfWeek.class));
        Field<Long> day = fitting("day_of_month", List.of(Schedule.MONTHLY), slot -> slot.whole(DAYS_OF_MONTH));
        var missed = schedule.optional("missed").oneOf(MissedPolicy.class);
        var oneFormat = new Unrepeated(Choice.among(ExportFormat.values()), Function.identity());
        Field<List<ExportFormat>> formats = schedule.optional("formats")
                .list(
                        FORMATS,
                        format -> format.text(oneFormat)
                                .map(word -> ExportFormat.valueOf(word.toUpperCase(Locale.ROOT))));
        var refresh = schedule.optional("refresh").flag();
        Field<List<String>> recipients = schedule.required("recipients")
                .list(ScheduleReport.RECIPIENTS, recipient -> recipient.text(ScheduleRule.RECIPIENT));
        return schedule.build(() -> new ScheduleReport(
                id.orNull(),
                new Schedule(
                        frequency.get(),
                        timeZone.or(ScheduleReport.DEFAULT_TIME_ZONE),
                        time.orNull(),
                        weekday.orNull(),
                        day.map(Long::intValue).orNull(),
                        missed.or(MissedPolicy.LATEST),
                        formats.or(List.of()),
                        refresh.or(false),
                        recipients.get())));
    }

    /** A field that makes sense with these frequencies only. */
    private <T> Field<T> fitting(String name, List<String> frequencies, Function<Slot, Field<T>> reader) {
        String given = frequency.orNull();
        if (given == null || frequencies.contains(given)) {
            return reader.apply(schedule.optional(name));
        }
        schedule.excluded(
                name,
                "is given although the frequency is " + given,
                "Leave out " + name + ", or give " + String.join(" or ", frequencies) + " as the frequency.");
        return Field.none();
    }
}
