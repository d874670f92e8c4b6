package io.futureos.studio.engines.local.explain;

import io.futureos.studio.engine.EnsembleAggregator.Backtest;
import io.futureos.studio.report.Origin;
import io.futureos.studio.report.ReportSection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What the forecast does not know, and would be wrong about without a warning. */
final class LimitsSection implements Section {

    /** Three years: with fewer, a model can hardly tell a season from a trend. */
    private static final int LONG_HISTORY = 36;

    static final String TYPE = "limits";
    static final String TITLE = "What the forecast does not know";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public ReportSection write(Findings findings) {
        Html html = new Html()
                .p("An interval says how far the future may differ from the past in the ways of the past."
                        + " These are not in it:");
        List<Phrase> limits = new ArrayList<>();
        limits.add(Phrase.say(
                "Whatever became known after {}. Later figures were left out on purpose, so that the forecast can be tested.",
                findings.asOf()));
        limits.add(history(findings));
        limits.addAll(reach(findings.main()));
        limits.add(Phrase.say(
                "What has never happened in these figures: a new tax, a shortage, a war. It is in the forecast only where a"
                        + " scenario names it."));
        limits.addAll(stated(findings));
        limits.addAll(caveats(findings));
        return html.ul(limits).section(TITLE, type(), List.of());
    }

    private static Phrase history(Findings findings) {
        int known = findings.history().known();
        Origin months = findings.historyOrigin();
        Phrase count = Figure.computed(known, months).count();
        Phrase first = findings.pastMonth(findings.firstKnown());
        if (known >= LONG_HISTORY) {
            return Phrase.say("What happened before {}: it rests on {} months of figures.", first, count);
        }
        return Phrase.say(
                "Much of what there is to know: it rests on only {} months of figures since {}. A season, a trend and chance"
                        + " can hardly be told apart in so few.",
                count,
                first);
    }

    /** Beyond what was tested, intervals are the models' word alone. */
    private static List<Phrase> reach(Result main) {
        Backtest backtest = main.backtest();
        int ahead = main.forecast().periods().size();
        if (backtest.origins().isEmpty()) {
            return List.of(Phrase.say("How good it is: no past forecast could be tested."));
        }
        if (ahead <= backtest.horizon()) {
            return List.of();
        }
        return List.of(Phrase.say(
                "How good it is far ahead: past forecasts could be tested up to {} months ahead, and this one goes {} months."
                        + " Beyond, the intervals are the models' word alone.",
                main.tested(backtest.horizon(), "horizon").count(),
                Figure.counted(main.forecast().periods(), main.pooled().at("periods"))
                        .count()));
    }

    private static List<Phrase> stated(Findings findings) {
        return Link.all(findings).stream()
                .filter(link -> !link.isMeasured() && link.strength().isEmpty())
                .map(link -> Phrase.say(
                        "Whether \"{}\" moves \"{}\" as much as is assumed: the data can't tell.",
                        link.from(),
                        link.to()))
                .toList();
    }

    /** What the population says of itself; what the figures lack stands among the report's caveats. */
    private static List<Phrase> caveats(Findings findings) {
        List<String> caveats = findings.request().population().caveats();
        return IntStream.range(0, caveats.size())
                .mapToObj(i -> Phrase.quoted(
                        caveats.get(i), Origin.of(Origin.Kind.POPULATION).at("caveats", i)))
                .toList();
    }
}
