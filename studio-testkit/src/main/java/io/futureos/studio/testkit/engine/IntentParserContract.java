package io.futureos.studio.testkit.engine;

import static io.futureos.studio.testkit.engine.Refusals.assertAnsweredOrRefused;
import static io.futureos.studio.testkit.engine.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.IntentParser;
import io.futureos.studio.engine.IntentParser.Request;
import io.futureos.studio.engine.PredictionTask;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every intent parser promises. */
public abstract class IntentParserContract extends WorkingEngineContract<IntentParser> {

    /** A question that can be understood, with an as-of month. */
    protected abstract Request aRequest();

    @Override
    final List<Call<IntentParser, ?>> calls() {
        return List.of(new Call<>("parsing", aRequest(), IntentParser::parse));
    }

    private PredictionTask parsed(Request request) {
        return engine().parse(request, context());
    }

    private static Request asking(Request request, String question) {
        return new Request(question, request.asOf(), request.vocabulary());
    }

    private static Request asOf(Request request, @Nullable String asOf) {
        return new Request(request.question(), asOf, request.vocabulary());
    }

    @Test
    void the_task_keeps_the_question_and_the_as_of_month_and_is_about_a_variable_of_the_vocabulary() {
        Request request = aRequest();
        PredictionTask task = parsed(request);

        assertThat(task.question()).isEqualTo(request.question());
        assertThat(task.asOf()).isEqualTo(request.asOf());
        assertThat(request.vocabulary()).extracting(Variable::name).contains(task.targetVariable());
    }

    @Test
    void the_period_is_made_of_months_and_ends_after_as_of() {
        PredictionTask task = parsed(aRequest());

        assertThat(YearMonth.parse(task.from())).isBeforeOrEqualTo(YearMonth.parse(task.to()));
        assertThat(YearMonth.parse(task.to()))
                .isAfter(YearMonth.parse(String.valueOf(aRequest().asOf())));
    }

    @Test
    void the_order_of_the_vocabulary_does_not_matter() {
        Request request = aRequest();
        var backwards = new ArrayList<>(request.vocabulary());
        Collections.reverse(backwards);

        assertThat(parsed(new Request(request.question(), request.asOf(), backwards)))
                .isEqualTo(parsed(request));
    }

    @Test
    void without_an_as_of_month_the_question_is_understood_or_refused() {
        assertAnsweredOrRefused("no as-of month", () -> parsed(asOf(aRequest(), null)));
    }

    @Test
    void what_is_no_question_is_refused_with_a_sentence() {
        for (String question : List.of("", "   ", "?", "hello", "\u0001\u0002", "Will it?")) {
            assertRefused("\"" + question + "\"", () -> parsed(asking(aRequest(), question)));
        }
    }

    @Test
    void a_question_about_nothing_known_is_refused() {
        Request request = aRequest();

        assertRefused("an empty vocabulary", () -> parsed(new Request(request.question(), request.asOf(), List.of())));
    }

    @Test
    void an_as_of_month_that_is_none_is_refused() {
        for (String month : List.of("", "2024", "2024-13", "2024-1", "yesterday", "2024-12-01")) {
            assertRefused("as of \"" + month + "\"", () -> parsed(asOf(aRequest(), month)));
        }
    }

    @Test
    void a_question_whose_period_is_over_is_refused() {
        assertRefused("as of the year 2999", () -> parsed(asOf(aRequest(), "2999-12")));
    }

    /** Each cut of a question that makes sense, with what people paste in between. */
    @Test
    void whatever_is_typed_is_understood_or_refused_but_never_breaks_the_parser() {
        String question = aRequest().question();
        for (int cut = 0; cut <= question.length(); cut += 3) {
            for (String paste :
                    List.of("", "\n", "%", "99999999999999999999", "\uD83D\uDE97", "<script>", "(((", "\\E[")) {
                String typed =
                        question.substring(0, cut) + paste + question.substring(Math.min(cut + 2, question.length()));
                assertAnsweredOrRefused("\"" + typed + "\"", () -> parsed(asking(aRequest(), typed)));
            }
        }
        assertAnsweredOrRefused("a long question", () -> parsed(asking(aRequest(), (question + " ").repeat(200))));
    }
}
