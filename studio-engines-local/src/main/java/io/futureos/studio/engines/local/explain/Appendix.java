package io.futureos.studio.engines.local.explain;

import io.futureos.studio.engine.DataPackage.OverrideNote;
import io.futureos.studio.engine.DataPackage.SourceNote;
import io.futureos.studio.engine.Engine.Provenance;
import io.futureos.studio.engine.EnsembleAggregator.Backtest;
import io.futureos.studio.engine.EnsembleAggregator.MemberWeight;
import io.futureos.studio.engine.ExplanationGenerator.ScenarioResult;
import io.futureos.studio.engine.Population;
import io.futureos.studio.engine.Population.MarginFit;
import io.futureos.studio.report.Origin;
import io.futureos.studio.report.Origin.Kind;
import io.futureos.studio.report.ReportAppendix;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What a careful reader checks: method, sources, calibration figures and caveats. */
final class Appendix {

    private Appendix() {}

    /** @param sections the types of those that the report has; what they say of limits and members is not said again */
    static ReportAppendix write(Findings findings, Set<String> sections) {
        boolean methodology = findings.request().config().includeMethodology();
        return new ReportAppendix(
                methodology ? methodology(findings) : "",
                findings.request().data().sources().stream()
                        .map(Appendix::source)
                        .toList(),
                metrics(findings.main().backtest()),
                caveats(findings, sections));
    }

    private static String methodology(Findings findings) {
        Result main = findings.main();
        List<Provenance> engines = findings.request().engines();
        return new Html()
                .p(
                        "Data: the figures of every source are read as published, up to the as-of month; the package's"
                                + " fingerprint is {}.",
                        Phrase.quoted(findings.request().data().content().abbreviated(), Findings.DATA.at("content")))
                .p(population(findings.request().population()))
                .p(simulation(main))
                .p(
                        "Ensemble: members that forecast the past earn weights, and their forecasts are pooled by these. The notes"
                                + " on this forecast:")
                .ul(IntStream.range(0, main.forecast().notes().size())
                        .mapToObj(main::note)
                        .toList())
                .h3("Engines")
                .ul(IntStream.range(0, engines.size())
                        .mapToObj(i ->
                                engine(engines.get(i), Origin.of(Kind.ENGINE).at(i)))
                        .toList())
                .toString();
    }

    private static Phrase population(Population population) {
        Origin origin = Origin.of(Kind.POPULATION);
        List<MarginFit> margins = population.fit().margins();
        Phrase fitted = Phrase.list(IntStream.range(0, margins.size())
                .mapToObj(i -> Phrase.quoted(margins.get(i).margin(), origin.at("fit", "margins", i, "margin")))
                .toList());
        return Phrase.say(
                "Population: {} households{}; a network joins each to {} others on average.",
                Figure.at(population.size(), origin.at("size")).count(),
                margins.isEmpty() ? Phrase.nothing() : Phrase.say(", fitted to {}", fitted),
                Figure.at(population.network().meanDegree(), origin.at("network", "mean_degree"))
                        .as("%.1f"));
    }

    private static Phrase simulation(Result main) {
        return main.scenario().simulation().replicates() == 0
                ? Phrase.say("Simulation: none took part in this forecast.")
                : Phrase.say(
                        "Simulation: {} possible futures of {} months each.",
                        main.replicates().count(),
                        main.ticks().count());
    }

    private static Phrase engine(Provenance engine, Origin origin) {
        return Phrase.say(
                "{}, version {}",
                Phrase.quoted(engine.name(), origin.at("name")),
                Phrase.quoted(engine.version(), origin.at("version")));
    }

    private static String source(SourceNote source) {
        String unit = Optional.ofNullable(source.unit()).map(u -> ", in " + u).orElse("");
        String later = source.rowsAfterAsOf() == 0
                ? ""
                : ", " + source.rowsAfterAsOf() + " later than the as-of month left out";
        return source.name() + ": " + source.citation() + " (" + source.rows() + " rows" + unit + later + ")";
    }

    private static Map<String, Object> metrics(Backtest backtest) {
        var metrics = new LinkedHashMap<>(Charts.ordered(
                "crps", backtest.crps(), "crps_seasonal_naive", backtest.crpsSeasonalNaive(), "mase", backtest.mase()));
        Double rate = backtest.eventRate();
        if (rate != null) {
            metrics.putAll(Charts.ordered("judged_event", backtest.event(), "judged_event_rate", rate));
        }
        metrics.putAll(Charts.ordered(
                "brier_score",
                backtest.brier(),
                "log_score",
                backtest.logScore(),
                "coverage_50",
                backtest.coverage50(),
                "coverage_80",
                backtest.coverage80(),
                "coverage_90",
                backtest.coverage90(),
                "sharpness_90",
                backtest.sharpness90(),
                "forecasts",
                backtest.forecasts(),
                "origins",
                backtest.origins().size(),
                "horizon_months",
                backtest.horizon()));
        return metrics;
    }

    private static List<String> caveats(Findings findings, Set<String> sections) {
        Set<String> caveats = new LinkedHashSet<>(findings.request().data().caveats());
        findings.request().data().overrides().forEach(override -> caveats.add(override(override)));
        for (ScenarioResult scenario : findings.request().scenarios()) {
            caveats.addAll(scenario.simulation().caveats());
        }
        if (!findings.request().config().includeMethodology()) { // it tells the same
            caveats.addAll(findings.main().forecast().notes());
        }
        if (!sections.contains(MethodSection.TYPE)) {
            caveats.addAll(withoutWeight(findings.main().forecast().members()));
        }
        List<String> population = findings.request().population().caveats();
        if (sections.contains(LimitsSection.TYPE) && !population.isEmpty()) {
            population.forEach(caveats::remove);
            caveats.add("What the population leaves open stands under \"" + LimitsSection.TITLE + "\".");
        } else {
            caveats.addAll(population);
        }
        return List.copyOf(caveats);
    }

    private static List<String> withoutWeight(List<MemberWeight> members) {
        return members.stream()
                .filter(member -> member.weight() == 0)
                .map(member ->
                        Words.capital(member.name()) + " has no weight in this forecast: " + member.reason() + ".")
                .toList();
    }

    private static String override(OverrideNote override) {
        Origin origin = Findings.DATA.at("overrides");
        if (override.orphaned()) {
            return "The analyst's change of " + override.field() + " has no effect: there is no such figure any more.";
        }
        return "The analyst changed " + override.field() + " from " + OpenText.of(override.original(), origin) + " to "
                + OpenText.of(override.value(), origin) + ": " + override.reason();
    }
}
