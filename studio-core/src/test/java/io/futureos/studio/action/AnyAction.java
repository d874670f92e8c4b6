package io.futureos.studio.action;

import io.futureos.studio.action.DataAction.AddCustomSource;
import io.futureos.studio.action.DataAction.ConfigureSource;
import io.futureos.studio.action.DataAction.ExploreSources;
import io.futureos.studio.action.DataAction.OverrideValue;
import io.futureos.studio.action.DataAction.PreviewData;
import io.futureos.studio.action.DataAction.RefreshData;
import io.futureos.studio.action.PopulationAction.AdjustDistribution;
import io.futureos.studio.action.PopulationAction.EditArchetype;
import io.futureos.studio.action.PopulationAction.Regenerate;
import io.futureos.studio.action.PopulationAction.ResizePopulation;
import io.futureos.studio.action.PopulationAction.ViewArchetypes;
import io.futureos.studio.action.PopulationAction.ViewNetwork;
import io.futureos.studio.action.ReportAction.AddAnnotation;
import io.futureos.studio.action.ReportAction.Customize;
import io.futureos.studio.action.ReportAction.Export;
import io.futureos.studio.action.ReportAction.Generate;
import io.futureos.studio.action.ReportAction.ResolveOutcome;
import io.futureos.studio.action.ReportAction.ReviewOverrides;
import io.futureos.studio.action.ReportAction.ScheduleReport;
import io.futureos.studio.action.ScenarioAction.CompareScenarios;
import io.futureos.studio.action.ScenarioAction.CreateScenario;
import io.futureos.studio.action.ScenarioAction.DeleteScenario;
import io.futureos.studio.action.ScenarioAction.DuplicateScenario;
import io.futureos.studio.action.ScenarioAction.EditScenario;
import io.futureos.studio.action.ScenarioAction.RunScenario;
import io.futureos.studio.action.SimulationAction.AdoptShocks;
import io.futureos.studio.action.SimulationAction.ExportData;
import io.futureos.studio.action.SimulationAction.InjectShock;
import io.futureos.studio.action.SimulationAction.Pause;
import io.futureos.studio.action.SimulationAction.Replay;
import io.futureos.studio.action.SimulationAction.Resume;
import io.futureos.studio.action.SimulationAction.Run;
import io.futureos.studio.action.SimulationAction.StepBackward;
import io.futureos.studio.action.SimulationAction.StepForward;
import io.futureos.studio.action.SimulationAction.Stop;
import io.futureos.studio.model.DataFormat;
import io.futureos.studio.model.DataSource;
import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.KnownOutcome;
import io.futureos.studio.model.MissedPolicy;
import io.futureos.studio.model.OpenValue;
import io.futureos.studio.model.ReportConfig.Branding;
import io.futureos.studio.model.ReportLanguage;
import io.futureos.studio.model.ReportTemplate;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.Schedule;
import io.futureos.studio.model.Shock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary actions, every kind about as often as every other. */
final class AnyAction {

    private static final Arbitrary<String> NAMES = text(12).filter(text -> !text.isBlank());
    private static final Arbitrary<ScenarioId> IDS = Combinators.combine(Arbitraries.longs(), Arbitraries.longs())
            .as(UUID::new)
            .map(ScenarioId::new);
    private static final Arbitrary<ScenarioId> MAYBE_ID = IDS.injectNull(0.5);
    private static final Arbitrary<Double> NUMBERS = Arbitraries.doubles().map(number -> number + 0.0);
    private static final Arbitrary<Object> OPEN = AnyJson.wellFormed().map(value -> value == null ? "none" : value);
    private static final Arbitrary<Map<String, Object>> OBJECTS =
            Arbitraries.maps(text(8), OPEN).ofMaxSize(3).map(OpenValue::map);
    private static final Arbitrary<Map<String, Object>> CONFIGS = OBJECTS.filter(config -> !config.containsKey("type"));
    private static final Arbitrary<Integer> TICKS = Arbitraries.integers().between(1, 1_200);
    private static final Arbitrary<Map<String, Object>> SHARES = Arbitraries.maps(
                    NAMES, Arbitraries.doubles().between(0, 1e9).map(share -> (Object) share))
            .ofMinSize(1)
            .ofMaxSize(4)
            .filter(shares -> SharesRule.SHARES.problem(shares).isEmpty());
    private static final Arbitrary<Map<String, Object>> OVERRIDES =
            Arbitraries.maps(NAMES, OPEN).ofMaxSize(3);
    private static final Arbitrary<Map<String, Object>> ADJUSTMENTS =
            Arbitraries.maps(NAMES, SHARES.map(shares -> (Object) shares)).ofMaxSize(2);
    private static final Arbitrary<List<Shock>> SHOCKS =
            Combinators.combine(TICKS, NAMES, NUMBERS).as(Shock::new).list().ofMaxSize(3);

    private AnyAction() {}

    static Arbitrary<WorkbenchAction> any() {
        return Arbitraries.oneOf(data(), population(), scenario(), simulation(), report());
    }

    private static Arbitrary<WorkbenchAction> data() {
        Arbitrary<Object> figures = Arbitraries.oneOf(text(20), NUMBERS, Arbitraries.of(true, false))
                .map(figure -> (Object) figure)
                .injectNull(0.2);
        return Arbitraries.oneOf(
                Arbitraries.just(new ExploreSources()),
                Combinators.combine(NAMES, NAMES.injectNull(0.5), CONFIGS).as(ConfigureSource::new),
                Combinators.combine(
                                NAMES.injectNull(0.5),
                                Arbitraries.longs().between(0, OpenValue.MAX_WHOLE),
                                Arbitraries.integers().between(1, 1_000))
                        .as(PreviewData::new),
                Combinators.combine(NAMES, figures, NAMES)
                        .as((field, value, reason) -> new OverrideValue(field, value, reason, false)),
                Combinators.combine(NAMES, Arbitraries.oneOf(NAMES, Arbitraries.just("")))
                        .as((field, reason) -> new OverrideValue(field, null, reason, true)),
                Combinators.combine(NAMES, NAMES, CONFIGS).as(DataSource::new).map(AddCustomSource::new),
                Arbitraries.of(true, false).map(RefreshData::new));
    }

    private static Arbitrary<WorkbenchAction> population() {
        return Arbitraries.oneOf(
                Arbitraries.just(new ViewArchetypes()),
                Combinators.combine(NAMES, Arbitraries.oneOf(SHARES, Arbitraries.just(Map.<String, Object>of())))
                        .as(AdjustDistribution::new),
                Combinators.combine(NAMES, OBJECTS).as(EditArchetype::new),
                Arbitraries.integers().between(1, 2_000_000).map(ResizePopulation::new),
                Combinators.combine(
                                Arbitraries.longs()
                                        .between(-OpenValue.MAX_WHOLE, OpenValue.MAX_WHOLE)
                                        .injectNull(0.3),
                                OBJECTS.injectNull(0.3))
                        .as(Regenerate::new),
                Arbitraries.integers().between(1, 2_000).map(ViewNetwork::new));
    }

    private static Arbitrary<WorkbenchAction> scenario() {
        Arbitrary<ScenarioEdit> edits = Combinators.combine(
                        NAMES,
                        text(30).injectNull(0.5),
                        OVERRIDES.injectNull(0.5),
                        ADJUSTMENTS.injectNull(0.5),
                        SHOCKS.injectNull(0.5))
                .as(ScenarioEdit::new);
        return Arbitraries.oneOf(
                Combinators.combine(NAMES, text(30), OVERRIDES, ADJUSTMENTS, SHOCKS)
                        .as(ScenarioConfig::new)
                        .map(CreateScenario::new),
                Combinators.combine(IDS, edits).as(EditScenario::new),
                Combinators.combine(IDS, NAMES.injectNull(0.5)).as(DuplicateScenario::new),
                IDS.map(DeleteScenario::new),
                IDS.list().uniqueElements().ofMinSize(2).ofMaxSize(20).map(CompareScenarios::new),
                IDS.map(RunScenario::new));
    }

    private static Arbitrary<WorkbenchAction> simulation() {
        return Arbitraries.oneOf(
                Combinators.combine(MAYBE_ID, OBJECTS.injectNull(0.3)).as(Run::new),
                MAYBE_ID.map(Pause::new),
                MAYBE_ID.map(Resume::new),
                MAYBE_ID.map(Stop::new),
                Combinators.combine(MAYBE_ID, TICKS).as(Replay::new),
                Combinators.combine(MAYBE_ID, TICKS.injectNull(0.5)).as(StepForward::new),
                Combinators.combine(MAYBE_ID, TICKS.injectNull(0.5)).as(StepBackward::new),
                Combinators.combine(MAYBE_ID, TICKS.injectNull(0.5), NAMES, Arbitraries.doubles())
                        .as(InjectShock::new),
                MAYBE_ID.map(AdoptShocks::new),
                Combinators.combine(MAYBE_ID, Arbitraries.of(DataFormat.class)).as(ExportData::new));
    }

    private static Arbitrary<WorkbenchAction> report() {
        Arbitrary<Branding> brandings =
                Combinators.combine(NAMES.injectNull(0.5), OBJECTS).as(Branding::new);
        Arbitrary<ReportEdit> edits = Combinators.combine(
                        Arbitraries.of(ReportTemplate.class).injectNull(0.5),
                        NAMES.list().ofMaxSize(3).injectNull(0.5),
                        brandings.injectNull(0.5),
                        Arbitraries.of(true, false).injectNull(0.5),
                        Arbitraries.of(true, false).injectNull(0.5),
                        Arbitraries.of(ReportLanguage.class).injectNull(0.5),
                        Arbitraries.of(ReportLanguage.class)
                                .map(ReportLanguage::numbers)
                                .injectNull(0.5))
                .as(ReportEdit::new);
        Arbitrary<ScheduleReport> schedules = Combinators.combine(
                        IDS.map(ScenarioId::value).injectNull(0.5),
                        timings(),
                        Arbitraries.of(MissedPolicy.class),
                        Arbitraries.of(ExportFormat.class).list().uniqueElements(),
                        Arbitraries.of(true, false),
                        Arbitraries.of("ada@example.org", "b@c", "\"x@y\"@ø.no", "😀@€")
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(50))
                .as((id, timing, missed, formats, refresh, recipients) -> new ScheduleReport(
                        id,
                        new Schedule(
                                timing.frequency(),
                                timing.timeZone(),
                                timing.time(),
                                timing.weekday(),
                                timing.dayOfMonth(),
                                missed,
                                formats,
                                refresh,
                                recipients)));
        return Arbitraries.oneOf(
                edits.injectNull(0.3).map(Generate::new),
                edits.filter(edit -> !edit.isEmpty()).map(Customize::new),
                Arbitraries.of(ExportFormat.class).map(Export::new),
                schedules,
                IDS.map(id -> ScheduleReport.removing(id.value())),
                Combinators.combine(NAMES, NAMES, NAMES.injectNull(0.5)).as(AddAnnotation::new),
                outcomes().map(ResolveOutcome::new),
                Arbitraries.just(new ReviewOverrides()));
    }

    private static Arbitrary<KnownOutcome> outcomes() {
        Arbitrary<Instant> moments = Arbitraries.longs()
                .between(0, 4_000_000_000_000_000L)
                .map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
        return Arbitraries.oneOf(
                Combinators.combine(NUMBERS, Arbitraries.of(true, false).injectNull(0.5), moments, NAMES)
                        .as(KnownOutcome::new),
                Combinators.combine(Arbitraries.of(true, false), moments, NAMES).as(KnownOutcome::of));
    }

    /** Schedules that differ in when they come due. */
    private static Arbitrary<Schedule> timings() {
        return Combinators.combine(
                        Arbitraries.of("daily", "weekly", "monthly", "R/2026-01-05T08:00/P1W"),
                        Arbitraries.of("UTC", "Europe/Oslo", "Asia/Kolkata"),
                        Arbitraries.integers().between(0, 24 * 60 - 1),
                        Arbitraries.of(DayOfWeek.class),
                        Arbitraries.integers().between(1, 31))
                .as((frequency, zone, minute, weekday, dayOfMonth) -> new Schedule(
                        frequency,
                        zone,
                        Schedule.NAMED.contains(frequency) ? LocalTime.MIDNIGHT.plusMinutes(minute) : null,
                        frequency.equals(Schedule.WEEKLY) ? weekday : null,
                        frequency.equals(Schedule.MONTHLY) ? dayOfMonth : null,
                        MissedPolicy.LATEST,
                        List.of(),
                        false,
                        List.of()));
    }

    /** Well-formed text of letters that have something special about them somewhere. */
    private static Arbitrary<String> text(int most) {
        return Arbitraries.of("a", "B", "ß", "€", "😀", "/", "~", "\"", "\\", " ", "\n", "\u00A0", "\uFFFF", "0", "@")
                .list()
                .ofMaxSize(most)
                .map(letters -> String.join("", letters));
    }
}
