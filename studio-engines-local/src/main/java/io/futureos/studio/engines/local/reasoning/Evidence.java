package io.futureos.studio.engines.local.reasoning;

import io.futureos.studio.engine.CausalGraphEngine.Edge;
import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.Reasoner.Request;
import io.futureos.studio.engines.local.series.MonthlySeries;
import io.futureos.studio.engines.local.series.Months;
import io.futureos.studio.engines.local.series.Scale;
import io.futureos.studio.engines.local.series.SeriesReader;
import io.futureos.studio.engines.local.series.TableSource;
import io.futureos.studio.model.Shock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is there to argue from: the target's past, seen from each of its months, and what may move it. For one request. */
final class Evidence {

    private static final int MOST_DRIVERS = 3;
    private static final Window SOON = new Window(1, 3);

    private final Request request;
    private final Question question;
    private final Standpoints standpoints;
    private final List<Driver> drivers = new ArrayList<>();
    private final Map<Window, Track> tracks = new LinkedHashMap<>();

    private Evidence(Request request, Question question, SeriesReader reader) {
        this.request = request;
        this.question = question;
        this.standpoints = new Standpoints(question);
        for (Variable variable : request.scenario().data().variables()) {
            if (isAnother(variable) && reader.isMonthly(variable)) {
                MonthlySeries series = reader.series(variable);
                if (series.known() > 0 && series.first() <= question.asOf()) {
                    drivers.add(new Driver(variable, series, standpoints.from(), standpoints.to()));
                }
            }
        }
    }

    /**
     * Reads what was known at as-of, and nothing later.
     *
     * @throws io.futureos.studio.engine.EngineException {@code variable_unknown}, {@code variable_not_monthly},
     *     {@code period_malformed}, {@code period_not_covered} or {@code history_too_short}
     */
    static Evidence read(Request request, TableSource tables, EngineContext context) {
        var scenario = request.scenario();
        SeriesReader reader = new SeriesReader(scenario.data(), tables, context);
        Variable target = reader.variable(scenario.task().targetVariable());
        Stream.concat(
                        scenario.variableOverrides().keySet().stream(),
                        scenario.shocks().stream().map(Shock::variable))
                .forEach(reader::variable);
        MonthlySeries history = reader.series(target);
        String asOf = scenario.task().asOf();
        if (asOf != null) {
            history = history.upTo(Months.number(asOf));
        }
        String denominator = target.denominator();
        MonthlySeries weights =
                denominator == null ? null : reader.column(target, denominator).upTo(history.last());
        return new Evidence(request, new Question(scenario.task(), target, history, weights), reader);
    }

    /** Whether a variable is neither the target nor one of its parts. */
    boolean isAnother(Variable variable) {
        Variable target = question.variable();
        return !variable.name().equals(target.name())
                && !variable.name().equals(target.numerator())
                && !variable.name().equals(target.denominator())
                && !target.name().equals(variable.numerator())
                && !target.name().equals(variable.denominator());
    }

    Request request() {
        return request;
    }

    Question question() {
        return question;
    }

    Standpoints standpoints() {
        return standpoints;
    }

    Standpoint now() {
        return standpoints.at(question.asOf());
    }

    /** What a window of months brought, seen from each month of the past. */
    Track track(Window window) {
        return tracks.computeIfAbsent(window, asked -> new Track(standpoints, question, asked));
    }

    /** The graph's influence of one variable on the target. */
    Optional<Edge> edge(String from) {
        return request.graph().edges().stream()
                .filter(edge -> edge.to().equals(question.variable().name())
                        && edge.from().equals(from))
                .findFirst();
    }

    /**
     * The monthly variables that count at the end of a month: those that the analyst states, and those whose link could be
     * seen by then. The graph's measured edges were found in all of the data, so only today's argument asks for them too.
     */
    List<Driver> drivers(int month) {
        return drivers.stream()
                .filter(driver -> edge(driver.variable().name())
                                .map(edge -> !edge.evidence().equals("measured"))
                                .orElse(false)
                        || ((month < question.asOf()
                                        || edge(driver.variable().name()).isPresent())
                                && driver.isLinked(track(SOON), month)))
                .limit(MOST_DRIVERS)
                .toList();
    }

    /** How far the scenario moves the months of a window, on a standpoint's scale. */
    double scenarioShift(Standpoint stood, Window window) {
        List<Double> effect = request.effect();
        if (effect.isEmpty()) {
            return 0;
        }
        double mean = 0;
        for (int ahead = window.first(); ahead <= window.last(); ahead++) {
            mean += effect.get(Math.min(ahead, effect.size()) - 1) / (window.last() - window.first() + 1);
        }
        Scale scale = stood.scale();
        double usual = scale.back(stood.usual(window));
        return scale.forward(scale.shifted(usual, mean)) - scale.forward(usual);
    }

    /** The months of the target's column that a statement rests on, as a reference. */
    String reference(int from, int to) {
        Variable target = question.variable();
        String months = from == to ? Months.text(from) : Months.text(from) + " to " + Months.text(to);
        return "[table " + target.table() + ", column " + target.name() + ", " + months + "]";
    }

    /** The whole history, as a reference. */
    String wholeReference() {
        return reference(standpoints.from(), standpoints.to());
    }
}
