package io.futureos.studio.model;

import static java.util.Map.entry;

import io.futureos.studio.model.ReportConfig.Branding;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The kinds of values that cells hold. */
final class CellTypes {

    static final CellType<String> TEXT = CellType.ofText(String.class, text -> text, text -> text);
    static final CellType<Long> WHOLE = CellType.of(Long.class, number -> number, open -> (Long) open);
    static final CellType<Instant> INSTANT = CellType.ofText(Instant.class, InstantText::of, InstantText::read);
    static final CellType<UserId> USER = CellType.ofText(UserId.class, UserId::toString, UserId::of);
    static final CellType<TeamId> TEAM = CellType.ofText(TeamId.class, TeamId::toString, TeamId::of);
    static final CellType<ScenarioId> SCENARIO =
            CellType.ofText(ScenarioId.class, ScenarioId::toString, ScenarioId::of);
    static final CellType<Role> ROLE = CellType.ofConstants(Role.class);
    static final CellType<RunControl> RUN_CONTROL = CellType.ofConstants(RunControl.class);
    static final CellType<Object> OPEN = CellType.of(Object.class, value -> value, value -> value);

    @SuppressWarnings({"unchecked", "rawtypes"})
    static final CellType<Map<String, Object>> OBJECT = CellType.of(
            (Class<Map<String, Object>>) (Class) Map.class,
            value -> value,
            value -> OpenObject.of(value).fields());

    static final CellType<DataSource> DATA_SOURCE = CellType.ofObject(
            DataSource.class,
            source -> fields("name", source.name(), "type", source.type(), "config", source.config()),
            open -> new DataSource(open.text("name"), open.text("type"), open.object("config")));

    static final CellType<DataOverride> DATA_OVERRIDE = CellType.ofObject(
            DataOverride.class,
            override -> fields("field", override.field(), "value", override.value(), "reason", override.reason()),
            open -> new DataOverride(open.text("field"), open.value("value"), open.text("reason")));

    static final CellType<RawPin> RAW_PIN = CellType.ofObject(
            RawPin.class,
            pin -> fields("key", pin.key().toString(), "size", pin.size()),
            open -> new RawPin(blob(open.text("key")), open.whole("size")));

    static final CellType<PopulationAdjustment> ADJUSTMENT = CellType.ofObject(
            PopulationAdjustment.class,
            adjustment -> fields(
                    "dimension",
                    adjustment.dimension(),
                    "original",
                    adjustment.original(),
                    "modified",
                    adjustment.modified()),
            open -> new PopulationAdjustment(open.text("dimension"), open.object("original"), open.object("modified")));

    static final CellType<Shock> SHOCK = CellType.ofObject(
            Shock.class,
            shock -> fields("tick", (long) shock.tick(), "variable", shock.variable(), "magnitude", shock.magnitude()),
            open -> new Shock((int) open.whole("tick"), open.text("variable"), open.number("magnitude")));

    static final CellType<Output> OUTPUT = CellType.ofObject(
            Output.class,
            output -> fields(
                    "id",
                    output.id().toString(),
                    "content",
                    output.content().toString(),
                    "result",
                    output.result().toString(),
                    "summary",
                    output.summary(),
                    "basis",
                    output.basis(),
                    "based_on",
                    output.basedOn(),
                    "accepted_at",
                    output.acceptedAt(),
                    "engine",
                    output.engine()),
            open -> new Output(
                    UUID.fromString(open.text("id")),
                    new Fingerprint(open.text("content")),
                    blob(open.text("result")),
                    open.object("summary"),
                    open.object("basis"),
                    open.whole("based_on"),
                    open.whole("accepted_at"),
                    open.text("engine")));

    static final CellType<JobRef> JOB = CellType.ofObject(
            JobRef.class,
            job -> fields(
                    "id",
                    job.id().toString(),
                    "task",
                    job.task(),
                    "user",
                    job.user().toString(),
                    "revision",
                    job.revision(),
                    "attempt",
                    (long) job.attempt()),
            open -> new JobRef(
                    JobId.of(open.text("id")),
                    open.text("task"),
                    UserId.of(open.text("user")),
                    open.whole("revision"),
                    (int) open.wholeOr("attempt", 1)));

    static final CellType<Failure> FAILURE = CellType.ofObject(
            Failure.class,
            failure -> fields(
                    "job",
                    failure.job().toString(),
                    "code",
                    failure.code(),
                    "message",
                    failure.message(),
                    "based_on",
                    failure.basedOn()),
            open -> new Failure(
                    JobId.of(open.text("job")), open.text("code"), open.text("message"), open.whole("based_on")));

    static final CellType<RunRecord> RUN_RECORD = CellType.ofObject(
            RunRecord.class,
            run -> fields(
                    "tick",
                    (long) run.tick(),
                    "total_ticks",
                    (long) run.totalTicks(),
                    "frames",
                    run.frames().toString(),
                    "checkpoint",
                    run.checkpoint() == null ? null : run.checkpoint().toString(),
                    "inputs",
                    run.inputs().toString()),
            open -> new RunRecord(
                    (int) open.whole("tick"),
                    (int) open.whole("total_ticks"),
                    blob(open.text("frames")),
                    optionalBlob(open.optionalText("checkpoint")),
                    new Fingerprint(open.text("inputs"))));

    static final CellType<ReportConfig> REPORT_CONFIG = CellType.ofObject(
            ReportConfig.class,
            config -> fields(
                    "template",
                    config.template().wireName(),
                    "sections",
                    config.sections(),
                    "branding",
                    config.branding() == null ? null : brandingFields(config.branding()),
                    "include_charts",
                    config.includeCharts(),
                    "include_methodology",
                    config.includeMethodology(),
                    "language",
                    config.language() == ReportLanguage.EN ? null : word(config.language()),
                    "number_format",
                    config.numberFormat() == null ? null : numberFormatFields(config.numberFormat())),
            open -> new ReportConfig(
                    ReportTemplate.valueOf(open.text("template").toUpperCase(Locale.ROOT)),
                    open.texts("sections"),
                    branding(open.value("branding")),
                    open.flag("include_charts"),
                    open.flag("include_methodology"),
                    open.has("language") ? constant(ReportLanguage.class, open.text("language")) : ReportLanguage.EN,
                    open.has("number_format") ? numberFormat(OpenObject.of(open.object("number_format"))) : null));

    static final CellType<Annotation> ANNOTATION = CellType.ofObject(
            Annotation.class,
            note -> fields(
                    "section",
                    note.section(),
                    "text",
                    note.text(),
                    "author",
                    note.author(),
                    "at",
                    InstantText.of(note.at())),
            open -> new Annotation(
                    open.text("section"), open.text("text"), open.text("author"), InstantText.read(open.text("at"))));

    static final CellType<Schedule> SCHEDULE = CellType.ofObject(
            Schedule.class,
            schedule -> fields(
                    "frequency",
                    schedule.frequency(),
                    "time_zone",
                    schedule.timeZone(),
                    "time",
                    schedule.time() == null ? null : schedule.time().toString(),
                    "weekday",
                    schedule.weekday() == null ? null : word(schedule.weekday()),
                    "day_of_month",
                    schedule.dayOfMonth() == null ? null : schedule.dayOfMonth().longValue(),
                    "missed",
                    word(schedule.missed()),
                    "formats",
                    schedule.formats().stream().map(CellTypes::word).toList(),
                    "refresh",
                    schedule.refresh(),
                    "recipients",
                    schedule.recipients()),
            CellTypes::schedule);

    static final CellType<Resolution> RESOLUTION = CellType.ofObject(
            Resolution.class,
            resolution -> fields(
                    "answer",
                    resolution.answer(),
                    "value",
                    resolution.value(),
                    "known_at",
                    InstantText.of(resolution.knownAt()),
                    "source",
                    resolution.source(),
                    "question",
                    resolution.question().toString()),
            open -> new Resolution(
                    open.flag("answer"),
                    open.has("value") ? open.number("value") : null,
                    InstantText.read(open.text("known_at")),
                    open.text("source"),
                    new Fingerprint(open.text("question"))));

    static final CellType<PublishedForecast> PUBLISHED = CellType.ofObject(
            PublishedForecast.class,
            forecast -> fields(
                    "scenario",
                    forecast.scenario().toString(),
                    "probability",
                    forecast.probability(),
                    "as_of",
                    forecast.asOf(),
                    "question",
                    forecast.question().toString(),
                    "based_on",
                    forecast.basedOn(),
                    "details",
                    forecast.details().toString(),
                    "needed",
                    forecast.needed().stream().map(BlobKey::toString).toList()),
            open -> new PublishedForecast(
                    ScenarioId.of(open.text("scenario")),
                    open.number("probability"),
                    open.text("as_of"),
                    new Fingerprint(open.text("question")),
                    open.whole("based_on"),
                    blob(open.text("details")),
                    open.texts("needed").stream().map(CellTypes::blob).toList()));

    /** Each type that is not an open value already, by the class of its values. */
    private static final Map<Class<?>, CellType<?>> BY_CLASS = Map.ofEntries(
            entry(Instant.class, INSTANT),
            entry(UserId.class, USER),
            entry(TeamId.class, TEAM),
            entry(ScenarioId.class, SCENARIO),
            entry(Role.class, ROLE),
            entry(RunControl.class, RUN_CONTROL),
            entry(DataSource.class, DATA_SOURCE),
            entry(DataOverride.class, DATA_OVERRIDE),
            entry(RawPin.class, RAW_PIN),
            entry(PopulationAdjustment.class, ADJUSTMENT),
            entry(Shock.class, SHOCK),
            entry(Output.class, OUTPUT),
            entry(JobRef.class, JOB),
            entry(Failure.class, FAILURE),
            entry(RunRecord.class, RUN_RECORD),
            entry(ReportConfig.class, REPORT_CONFIG),
            entry(Annotation.class, ANNOTATION),
            entry(Schedule.class, SCHEDULE),
            entry(Resolution.class, RESOLUTION),
            entry(PublishedForecast.class, PUBLISHED));

    private CellTypes() {}

    static Object open(Object value) {
        CellType<?> type = BY_CLASS.get(value.getClass());
        return type == null ? value : openAs(type, value);
    }

    private static <T> Object openAs(CellType<T> type, Object value) {
        return type.toOpen(type.of(value));
    }

    private static Map<String, @Nullable Object> fields(@Nullable Object... namesAndValues) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return fields;
    }

    private static Map<String, Object> brandingFields(Branding branding) {
        var fields = new LinkedHashMap<String, Object>();
        if (branding.logoUrl() != null) {
            fields.put("logo_url", branding.logoUrl());
        }
        fields.put("colors", branding.colors());
        return fields;
    }

    private static @Nullable Branding branding(@Nullable Object open) {
        if (open == null) {
            return null;
        }
        OpenObject fields = OpenObject.of(open);
        return new Branding(fields.optionalText("logo_url"), fields.object("colors"));
    }

    private static Map<String, Object> numberFormatFields(NumberFormat format) {
        return Map.of(
                "decimal_mark", word(format.decimalMark()),
                "grouping", word(format.grouping()),
                "percent_space", format.percentSpace());
    }

    private static NumberFormat numberFormat(OpenObject open) {
        return new NumberFormat(
                constant(NumberFormat.DecimalMark.class, open.text("decimal_mark")),
                constant(NumberFormat.Grouping.class, open.text("grouping")),
                open.flag("percent_space"));
    }

    private static BlobKey blob(String text) {
        return new BlobKey(new Fingerprint(text));
    }

    /** The first schedules had a frequency, a time zone and recipients only. */
    private static Schedule schedule(OpenObject open) {
        return new Schedule(
                open.text("frequency"),
                open.text("time_zone"),
                open.has("time") ? LocalTime.parse(open.text("time")) : null,
                open.has("weekday") ? constant(DayOfWeek.class, open.text("weekday")) : null,
                open.has("day_of_month") ? (int) open.whole("day_of_month") : null,
                open.has("missed") ? constant(MissedPolicy.class, open.text("missed")) : MissedPolicy.LATEST,
                open.has("formats")
                        ? open.texts("formats").stream()
                                .map(format -> constant(ExportFormat.class, format))
                                .toList()
                        : List.of(),
                open.has("refresh") && open.flag("refresh"),
                open.texts("recipients"));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E constant(Class<E> constants, String word) {
        return Enum.valueOf(constants, word.toUpperCase(Locale.ROOT));
    }

    private static @Nullable BlobKey optionalBlob(@Nullable String text) {
        return text == null ? null : blob(text);
    }
}
