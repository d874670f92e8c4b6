package io.futureos.studio.engines.local.reasoning;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.Reasoner.PastProbability;
import io.futureos.studio.engines.local.series.Months;
import io.futureos.studio.engines.local.series.Significant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The questions by which a reasoner earns its weight: from each origin about single months 1, 3, 6 and 12 ahead. Thresholds
 * lie where it was nearly even odds for somebody who knew only what is usual: where level and season put the month, moved
 * by half of what that was off by lately (trends fade), and a quarter of the spread to either side. So the base rate is hard
 * to beat, since a threshold that is far off would give skill to whoever says the obvious, and fair, since it is set by
 * what was known then. On a random walk, which nobody can forecast, nobody beats it.
 */
final class PastQuestions {

    private static final int[] AHEAD = {1, 3, 6, 12};
    private static final double[] ASIDE = {-0.25, 0, 0.25};
    private static final double FADED = 0.5;

    private final Evidence evidence;

    PastQuestions(Evidence evidence) {
        this.evidence = evidence;
    }

    /** A question that was open at the end of a month. */
    record PastQuestion(int origin, Window window, double threshold) {}

    /**
     * Every question that can be checked, from origins at which enough was known to say anything.
     *
     * @throws EngineException {@code month_malformed} or {@code origin_too_late}
     */
    List<PastQuestion> from(List<String> origins) {
        List<PastQuestion> questions = new ArrayList<>();
        for (String text : origins) {
            int origin = Months.number(text);
            if (origin > evidence.question().asOf()) {
                throw new EngineException(
                        "origin_too_late",
                        "A past probability from " + text + " is not possible: the data is known to "
                                + Months.text(evidence.question().asOf()) + ".");
            }
            for (int ahead : AHEAD) {
                boolean canBeChecked = origin >= evidence.standpoints().from()
                        && origin + ahead <= evidence.question().asOf();
                if (canBeChecked) {
                    questions.addAll(about(origin, Window.month(ahead)));
                }
            }
        }
        return questions;
    }

    private List<PastQuestion> about(int origin, Window window) {
        Standpoint stood = evidence.standpoints().at(origin);
        Track.Climate climate = evidence.track(window).climate(origin);
        List<PastQuestion> questions = new ArrayList<>();
        for (double aside : ASIDE) {
            double scaled = stood.usual(window) + FADED * climate.median() + aside * climate.spread();
            questions.add(new PastQuestion(
                    origin, window, Significant.six(stood.scale().back(scaled))));
        }
        return questions;
    }

    /** What is said to each question, given the origin's own questions and the months that they are about. */
    static List<PastProbability> answered(List<PastQuestion> questions, ToDoubleFunction<PastQuestion> probability) {
        return questions.stream()
                .map(question -> new PastProbability(
                        Months.text(question.origin()),
                        Months.text(question.origin() + question.window().last()),
                        question.threshold(),
                        Significant.six(probability.applyAsDouble(question))))
                .toList();
    }
}
