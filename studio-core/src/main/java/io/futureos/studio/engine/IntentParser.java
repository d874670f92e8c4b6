package io.futureos.studio.engine;

import io.futureos.studio.engine.DataPackage.Variable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a question in plain words into a task that can be computed ({@code intent-parser}). */
public interface IntentParser extends Engine {

    /**
     * Understands one question. The task keeps the question as it was asked and the as-of month that was given; its
     * variable is one of the vocabulary, whose order does not matter, and its period ends after as-of.
     *
     * @throws EngineException if it can't be understood, whatever was typed; the message shows a form that can
     */
    PredictionTask parse(Request request, EngineContext context);

    /**
     * What was asked.
     *
     * @param asOf the last month that may be known to the forecast, {@code YYYY-MM}; null if the question may say, or else
     *     the data decides
     * @param vocabulary the variables that the question can be about
     */
    record Request(String question, @Nullable String asOf, List<Variable> vocabulary) {
        public Request {
            vocabulary = List.copyOf(vocabulary);
        }
    }
}
