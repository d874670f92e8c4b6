package io.futureos.studio.engines.local.explain;

import io.futureos.studio.engine.EnsembleAggregator.MemberWeight;
import io.futureos.studio.engine.ExplanationGenerator.SimulationSummary;
import io.futureos.studio.report.Chart;
import io.futureos.studio.report.ReportSection;
import java.util.List;

/** How the forecast was made: the members of the ensemble and their weights, and the simulation's parameters. */
final class MethodSection implements Section {

    static final String TYPE = "method";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public ReportSection write(Findings findings) {
        List<MemberWeight> members = findings.forecast().members();
        Html html = new Html()
                .p(
                        "The forecast pools several members. Each forecast the past again from months at which the outcome was"
                                + " not known, and counts for as much as that earned it. CRPS is the mean error of a forecast with"
                                + " its uncertainty: smaller is better.")
                .table(
                        List.of("Member", "Weight", "CRPS in the backtest", "Remark"),
                        members.stream().map(member -> row(findings, member)).toList());
        simulation(findings.main().simulation(), html);
        return new ReportSection("How the forecast was made", type(), html.toString(), charts(members));
    }

    private static List<String> row(Findings findings, MemberWeight member) {
        Double crps = member.crps();
        return List.of(
                member.name(),
                Words.percent(member.weight()),
                crps == null ? "not tested" : score(findings, crps),
                Words.capital(member.reason()));
    }

    /** A score in the target's unit; scores are small, so a share gets one digit more than its values. */
    static String score(Findings findings, double score) {
        return findings.unit().equals("share")
                ? Words.format("%.2f points", 100 * score)
                : Words.value(score, findings.unit());
    }

    private static void simulation(SimulationSummary simulation, Html html) {
        html.h3("The simulation");
        if (simulation.replicates() == 0) {
            html.p("No simulation took part in this forecast.");
            return;
        }
        html.p(Words.format(
                "%,d replicates over %d months, from seed %d. Its parameters were calibrated to the history:",
                simulation.replicates(), simulation.ticks(), simulation.seed()));
        if (simulation.parameters().isEmpty()) {
            html.p("The simulation reports no parameters.");
        } else {
            Parameters.write(simulation.parameters(), html);
        }
    }

    private static List<Chart> charts(List<MemberWeight> members) {
        return members.stream()
                .reduce((one, other) -> other.weight() > one.weight() ? other : one)
                .map(heaviest -> chart(members, heaviest))
                .map(List::of)
                .orElse(List.of());
    }

    private static Chart chart(List<MemberWeight> members, MemberWeight heaviest) {
        String title =
                Words.capital(heaviest.name()) + " counts most, with a weight of " + Words.percent(heaviest.weight());
        return new Chart(
                "bar",
                Charts.bar(
                        members.stream().map(MemberWeight::name).toList(),
                        List.of(Charts.series(
                                "Weight",
                                List.copyOf(members.stream()
                                        .map(MemberWeight::weight)
                                        .toList())))),
                Charts.config(
                        title,
                        "Bar chart of the members' weights. " + title + ".",
                        "share",
                        "horizontal",
                        true,
                        "min",
                        0));
    }
}
