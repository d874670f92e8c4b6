package io.futureos.studio.engines.local.reasoning;

import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.Reasoner.Reasoning;
import io.futureos.studio.engines.local.reasoning.PastQuestions.PastQuestion;
import io.futureos.studio.engines.local.series.Significant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * How reasoners go about a question that argue from the evidence alone: first they answer the past questions as they would
 * have then, one after the other, and then the question itself, unless nothing that is to come can change its answer.
 */
final class Deliberation {

    private static final double PAST = 0.7;

    private Deliberation() {}

    /**
     * What a reasoner says.
     *
     * @param then the probability that it would have given to a past question
     * @param now what it says to the question if that is open
     */
    static Reasoning on(
            Evidence evidence, ToDoubleFunction<PastQuestion> then, Supplier<Answer> now, EngineContext context) {
        List<PastQuestion> past =
                new PastQuestions(evidence).from(evidence.request().origins());
        Map<PastQuestion, Double> said = new LinkedHashMap<>();
        for (PastQuestion question : past) {
            context.progress("Arguing as of " + Figures.month(question.origin()), PAST * said.size() / past.size());
            said.put(question, then.applyAsDouble(question));
        }
        context.progress("Arguing about the question", PAST);
        double settled = evidence.question().settled();
        Answer answer = Double.isNaN(settled) ? now.get() : Answer.settled(evidence, settled);
        context.progress("Argued", 1);
        return new Reasoning(
                Significant.six(answer.probability()),
                answer.reasons(),
                answer.wouldChangeItsMind(),
                List.of(),
                PastQuestions.answered(past, asked -> said.getOrDefault(asked, 0.5)));
    }
}
