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
        if (!main.scenario().reasonings().isEmpty()) {
            html.p(
                    "Members that tell values share the values between them. A reasoner tells a probability only, which is"
                            + " pooled with the one that the values give, as heavily as its weight says.");
        }
        simulation(findings, html);
        return html.section("How the forecast was made", type(), charts(main));
    }

    private static List<Phrase> row(Findings findings, int place) {
        Result main = findings.main();
        Double crps = main.member(place).crps();
        Origin member = main.pooled().at("members", place);
        return List.of(
                main.memberName(place),
                argues(main, place)
                        ? Phrase.say("{} of the probability", main.weight(place).percent())
                        : main.weight(place).percent(),
                crps == null
                        ? Phrase.say(argues(main, place) ? "tells no values" : "not tested")
                        : findings.score(Figure.at(crps, member.at("crps"))),
                Phrase.quoted(main.member(place).reason(), member.at("reason")).capital());
    }

    /** A reasoner gives a probability and no values, so its weight is one of probabilities. */
    private static boolean argues(Result main, int place) {
        return main.scenario().reasonings().stream()
                .anyMatch(reasoner -> reasoner.name().equals(main.member(place).name()));
    }

    private static void simulation(Findings findings, Html html) {
        Result main = findings.main();
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
            Parameters.write(findings, html);
        }
    }

    private static List<Chart> charts(Result main) {
        List<Integer> telling = IntStream.range(0, main.forecast().members().size())
                .filter(place -> !argues(main, place))
                .boxed()
                .toList();
        return telling.stream()
                .reduce((one, other) ->
                        main.weight(other).value() > main.weight(one).value() ? other : one)
                .map(heaviest -> List.of(chart(main, telling, heaviest)))
                .orElse(List.of());
    }

    private static Chart chart(Result main, List<Integer> telling, int heaviest) {
        List<MemberWeight> members = telling.stream().map(main::member).toList();
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
