package io.futureos.studio.engines.local.explain;

import io.futureos.studio.engine.DataPackage.Table;
import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.ExplanationGenerator.Request;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.PredictionTask.Occasion;
import io.futureos.studio.engines.local.series.MonthlySeries;
import io.futureos.studio.engines.local.series.Months;
import io.futureos.studio.report.BoundNumber;
import io.futureos.studio.report.Origin;
import io.futureos.studio.report.Origin.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** What all sections write from. */
record Findings(Request request, Variable target, MonthlySeries history) {

    private static final Origin QUESTION = Origin.of(Kind.QUESTION);
    static final Origin DATA = Origin.of(Kind.DATA);

    PredictionTask task() {
        return request.task();
    }

    /** Whether the report shows its charts; a text that explains one is left out with it. */
    boolean areChartsShown() {
        return request.config().includeCharts();
    }

    /** All scenarios in the analyst's order. */
    List<Result> results() {
        return request.scenarios().stream().map(Result::new).toList();
    }

    /** The scenario that the headline is about. */
    Result main() {
        return new Result(request.scenarios().get(0));
    }

    /** The other scenarios. */
    List<Result> others() {
        return results().subList(1, request.scenarios().size());
    }

    /** The other scenario whose probability is farthest from the main one's in log-odds. */
    Optional<Result> mostDifferent() {
        return others().stream()
                .reduce((one, other) -> distance(other) > distance(one) ? other : one)
                .filter(scenario -> distance(scenario) > 0);
    }

    private double distance(Result scenario) {
        return Math.abs(logOdds(scenario) - logOdds(main()));
    }

    private static double logOdds(Result scenario) {
        double probability = scenario.probability().value();
        return StrictMath.log(probability / (1 - probability));
    }

    String unit() {
        return target.unit();
    }

    /** A figure of the target for people. */
    Phrase value(Figure figure) {
        return figure.in(unit());
    }

    Phrase interval(Figure low, Figure high) {
        return Phrase.say("{} to {}", value(low), value(high));
    }

    /** A score in the target's unit; scores are small, so a share gets one digit more than its values. */
    Phrase score(Figure score) {
        return unit().equals("share")
                ? score.printed(Words.format("%.2f points", 100 * score.value()))
                : score.in(unit());
    }

    /** How wide an interval is, as precisely as its ends are told. */
    Phrase width(Figure width) {
        return unit().equals("share")
                ? width.printed(Words.format("%.1f points", 100 * width.value()))
                : width.in(unit());
    }

    /** A figure of the history; NaN if it is missing. */
    Figure past(int month) {
        return Figure.at(history.at(month), row(month).at(target.name()));
    }

    Phrase pastMonth(int month) {
        return Phrase.month(Months.text(month), row(month).at(timeColumn()));
    }

    private Origin row(int month) {
        return Origin.of(Kind.ROW, table().name()).at(Months.text(month));
    }

    /** The first month whose figure is known. */
    int firstKnown() {
        int first = history.first();
        while (first < history.last() && !history.knows(first)) {
            first++;
        }
        return first;
    }

    /** All of the target's months. */
    Origin historyOrigin() {
        return Origin.of(Kind.ROW, table().name());
    }

    private String timeColumn() {
        return Objects.requireNonNull(table().timeColumn());
    }

    /** The table of the target, which has months. */
    private Table table() {
        return request.data().table(Objects.requireNonNull(target.table())).orElseThrow();
    }

    /** The last month that the forecast may know. */
    Phrase asOf() {
        return Phrase.month(
                Months.text(history.last()), task().asOf() == null ? DATA.at("as_of") : QUESTION.at("as_of"));
    }

    Phrase question() {
        return Phrase.quoted(task().question(), QUESTION.at("question"));
    }

    Figure threshold() {
        return Figure.at(task().threshold(), QUESTION.at("threshold"));
    }

    /** The question's period: "2025", "December 2025" or "March 2025 to May 2025". */
    Phrase period() {
        PredictionTask task = task();
        if (task.from().equals(task.to())) {
            return Phrase.month(task.from(), QUESTION.at("from"));
        }
        String year = task.from().substring(0, 4);
        if (task.from().equals(year + "-01") && task.to().equals(year + "-12")) {
            return Phrase.number(new BoundNumber(year, year, true, List.of(QUESTION.at("from"), QUESTION.at("to"))));
        }
        return Phrase.say(
                "{} to {}", Phrase.month(task.from(), QUESTION.at("from")), Phrase.month(task.to(), QUESTION.at("to")));
    }

    /** For example "above 95.0 % in 2025". */
    Phrase event() {
        String when = task().occasion() == Occasion.ANY_MONTH ? " in at least one month of " : " in ";
        return Phrase.say(Words.comparison(task().comparison()) + " {}" + when + "{}", value(threshold()), period());
    }

    /** What the number for the whole period is, for example "the share in 2025". */
    Phrase quantity() {
        String what = unit().equals("share") ? "share" : "value";
        return Phrase.say(
                task().occasion() == Occasion.ANY_MONTH
                        ? "the most favourable month's " + what + " in {}"
                        : "the " + what + " in {}",
                period());
    }

    /** What the question is about, to be followed by "will be above ...". */
    Phrase subject() {
        Phrase label = label(target.name());
        boolean saysSo = target.label().toLowerCase(Locale.ROOT).contains("share");
        return unit().equals("share") && !saysSo ? Phrase.say("the share of {}", label) : label;
    }

    /** The label of a variable, or its name if the package does not have it. */
    Phrase label(String variable) {
        List<Variable> variables = request.data().variables();
        for (int i = 0; i < variables.size(); i++) {
            if (variables.get(i).name().equals(variable)) {
                return Phrase.quoted(variables.get(i).label(), DATA.at("variables", i, "label"));
            }
        }
        return Phrase.quoted(variable, DATA.at("variables"));
    }

    /** What an assumption is unless a scenario says otherwise; empty for any other variable. */
    Optional<Phrase> usual(String name) {
        List<Variable> variables = request.data().variables();
        for (int i = 0; i < variables.size(); i++) {
            Double value = variables.get(i).value();
            if (variables.get(i).name().equals(name) && value != null) {
                return Optional.of(valueOf(name, value, DATA.at("variables", i, "value")));
            }
        }
        return Optional.empty();
    }

    /** A value of some variable for people. */
    Phrase valueOf(String variable, Object value, Origin origin) {
        String unit = request.data().variable(variable).map(Variable::unit).orElse("");
        return value instanceof Number number
                ? Figure.at(number.doubleValue(), origin).in(unit)
                : OpenText.of(value, origin);
    }
}
