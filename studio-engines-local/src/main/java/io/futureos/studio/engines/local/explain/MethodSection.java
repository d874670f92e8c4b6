package io.futureos.studio.engines.local.explain;

import io.futureos.studio.engine.EnsembleAggregator.MemberWeight;
import io.futureos.studio.report.Chart;
import io.futureos.studio.report.Origin;
import io.futureos.studio.report.ReportSection;
import java.util.List;
import java.util.stream.IntStream;

/** How the forecast was made: the members of the ensemble and their weights, and the simulation's parameters. */
final class MethodSection implements Section {

    static final String TYPE = "method";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public ReportSection write(Findings findings) {
        Result main = findings.main();
        List<MemberWeight> members = main.forecast().members();
        Html html = new Html()
                .p(
                        "The forecast pools several members. Each forecast the past again from months at which the outcome was not"
                                + " known, and counts for as much as that earned it. CRPS is the mean error of a forecast with its"
                                + " uncertainty: smaller is better.")
                .table(
                        List.of("Member", "Weight", "CRPS in the backtest", "Remark"),
                        IntStream.range(0, members.size())
                                .mapToObj(place -> row(findings, place))
                                .toList());
        simulation(main, html);
        return html.section("How the forecast was made", type(), charts(main));
    }

    private static List<Phrase> row(Findings findings, int place) {
        Result main = findings.main();
        Double crps = main.member(place).crps();
        Origin member = main.pooled().at("members", place);
        return List.of(
                main.memberName(place),
                main.weight(place).percent(),
                crps == null ? Phrase.say("not tested") : findings.score(Figure.at(crps, member.at("crps"))),
                Phrase.quoted(main.member(place).reason(), member.at("reason")).capital());
    }

    private static void simulation(Result main, Html html) {
        html.h3("The simulation");
        if (main.scenario().simulation().replicates() == 0) {
            html.p("No simulation took part in this forecast.");
            return;
        }
        html.p(
                "{} replicates over {} months, from seed {}. Its parameters were calibrated to the history:",
                main.replicates().count(),
                main.ticks().count(),
                Figure.at(
                                (double) main.scenario().simulation().seed(),
                                main.run().at("seed"))
                        .printed(Long.toString(main.scenario().simulation().seed())));
        if (main.scenario().simulation().parameters().isEmpty()) {
            html.p("The simulation reports no parameters.");
        } else {
            Parameters.write(main, html);
        }
    }

    private static List<Chart> charts(Result main) {
        return IntStream.range(0, main.forecast().members().size())
                .boxed()
                .reduce((one, other) ->
                        main.weight(other).value() > main.weight(one).value() ? other : one)
                .map(heaviest -> List.of(chart(main, heaviest)))
                .orElse(List.of());
    }

    private static Chart chart(Result main, int heaviest) {
        List<MemberWeight> members = main.forecast().members();
        Phrase title = Phrase.say(
                "{} counts most, with a weight of {}",
                main.memberName(heaviest).capital(),
                main.weight(heaviest).percent());
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
                        Phrase.say("Bar chart of the members' weights. {}.", title),
                        "share",
                        "horizontal",
                        true,
                        "min",
                        0));
    }
}
