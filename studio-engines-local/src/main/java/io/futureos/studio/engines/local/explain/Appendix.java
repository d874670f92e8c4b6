package io.futureos.studio.engines.local.explain;

import io.futureos.studio.engine.DataPackage.OverrideNote;
import io.futureos.studio.engine.DataPackage.SourceNote;
import io.futureos.studio.engine.Engine.Provenance;
import io.futureos.studio.engine.EnsembleAggregator.Backtest;
import io.futureos.studio.engine.EnsembleAggregator.MemberWeight;
import io.futureos.studio.engine.ExplanationGenerator.ScenarioResult;
import io.futureos.studio.engine.ExplanationGenerator.SimulationSummary;
import io.futureos.studio.engine.Population;
import io.futureos.studio.engine.Population.MarginFit;
import io.futureos.studio.report.ReportAppendix;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a careful reader checks: method, sources, calibration figures and caveats. */
final class Appendix {

    private Appendix() {}

    static ReportAppendix write(Findings findings) {
        boolean methodology = findings.request().config().includeMethodology();
        return new ReportAppendix(
                methodology ? methodology(findings) : "",
                findings.request().data().sources().stream()
                        .map(Appendix::source)
                        .toList(),
                metrics(findings.forecast().backtest()),
                caveats(findings));
    }

    private static String methodology(Findings findings) {
        Html html = new Html()
                .p("Data: the figures of every source are read as published, up to the as-of month; the package's"
                        + " fingerprint is "
                        + findings.request().data().content().abbreviated() + ".")
                .p(population(findings.request().population()))
                .p(simulation(findings.main().simulation()))
                .p("Ensemble: members that forecast the past earn weights, and their forecasts are pooled by these. The"
                        + " notes on this forecast:")
                .ul(findings.forecast().notes());
        html.h3("Engines")
                .ul(findings.request().engines().stream().map(Appendix::engine).toList());
        return html.toString();
    }

    private static String population(Population population) {
        return Words.format("Population: %,d households", population.size())
                + (population.fit().margins().isEmpty()
                        ? ""
                        : ", fitted to "
                                + Words.list(population.fit().margins().stream()
                                        .map(MarginFit::margin)
                                        .toList()))
                + Words.format(
                        "; a network joins each to %.1f others on average.",
                        population.network().meanDegree());
    }

    private static String simulation(SimulationSummary simulation) {
        return simulation.replicates() == 0
                ? "Simulation: none took part in this forecast."
                : Words.format(
                        "Simulation: %,d possible futures of %d months each.",
                        simulation.replicates(), simulation.ticks());
    }

    private static String engine(Provenance engine) {
        return engine.name() + " " + engine.version();
    }

    private static String source(SourceNote source) {
        String unit = Optional.ofNullable(source.unit()).map(u -> ", in " + u).orElse("");
        String later = source.rowsAfterAsOf() == 0
                ? ""
                : ", " + source.rowsAfterAsOf() + " later than the as-of month left out";
        return source.name() + ": " + source.citation() + " (" + source.rows() + " rows" + unit + later + ")";
    }

    private static Map<String, Object> metrics(Backtest backtest) {
        return Charts.ordered(
                "crps",
                backtest.crps(),
                "crps_seasonal_naive",
                backtest.crpsSeasonalNaive(),
                "mase",
                backtest.mase(),
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
                backtest.horizon());
    }

    private static List<String> caveats(Findings findings) {
        Set<String> caveats = new LinkedHashSet<>(findings.request().data().caveats());
        findings.request().data().overrides().forEach(override -> caveats.add(override(override)));
        caveats.addAll(findings.request().population().caveats());
        for (ScenarioResult scenario : findings.request().scenarios()) {
            caveats.addAll(scenario.simulation().caveats());
        }
        if (!findings.request().config().includeMethodology()) { // it tells the same
            caveats.addAll(findings.forecast().notes());
        }
        for (MemberWeight member : findings.forecast().members()) {
            if (member.weight() == 0) {
                caveats.add(Words.capital(member.name()) + " has no weight in this forecast: " + member.reason() + ".");
            }
        }
        return List.copyOf(caveats);
    }

    private static String override(OverrideNote override) {
        if (override.orphaned()) {
            return "The analyst's change of " + override.field() + " has no effect: there is no such figure any more.";
        }
        return "The analyst changed " + override.field() + " from " + OpenText.of(override.original()) + " to "
                + OpenText.of(override.value()) + ": " + override.reason();
    }
}
