package io.futureos.studio.engines.local.intent;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.IntentParser.Request;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.PredictionTask.Comparison;
import io.futureos.studio.engine.PredictionTask.Occasion;
import io.futureos.studio.engines.local.data.BlobsInMemory;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Tasks told in English, and text that tells nothing. */
class ToldTasksTest {

    private static final YearMonth AS_OF = YearMonth.of(2024, 12);

    @Property(tries = 500)
    void a_task_told_in_english_is_understood_as_that_task(@ForAll("tasks") PredictionTask task) {
        assertThat(parse(task.question(), task.asOf())).isEqualTo(task);
    }

    @Property(tries = 500)
    void any_text_is_a_task_or_a_clear_error(@ForAll("babble") String question) {
        try {
            assertThat(parse(question, null).question()).isEqualTo(question);
        } catch (EngineException e) {
            assertThat(e).hasMessageContaining("ask for example");
        }
    }

    @Provide
    Arbitrary<String> babble() {
        Arbitrary<String> words = Arbitraries.of(
                "will",
                "new",
                "cars",
                "above",
                "5",
                "95 %",
                "in",
                "by",
                "2025",
                "2025-12",
                "the end of",
                "December",
                "not",
                "million",
                "or more",
                "as of",
                "1,000",
                "-3",
                "from",
                "to",
                "?",
                ",",
                "'",
                "\ud83d",
                "\u0000",
                "quarter");
        return words.list().ofMaxSize(12).map(list -> String.join(" ", list));
    }

    @Provide
    Arbitrary<PredictionTask> tasks() {
        Arbitrary<Variable> variables = Arbitraries.of(Cars.VARIABLES.subList(0, 3));
        Arbitrary<YearMonth> months = Arbitraries.integers().between(1, 60).map(AS_OF::plusMonths);
        return Combinators.combine(
                        variables, comparisons(), Arbitraries.integers().between(0, 1_000), periods(months))
                .as((variable, comparison, number, period) -> {
                    Figure figure = figure(variable, number);
                    return new PredictionTask(
                            "Will " + variable.label() + " " + comparison.text() + " " + figure.text() + " "
                                    + period.text() + "?",
                            variable.name(),
                            comparison.comparison(),
                            figure.value().doubleValue(),
                            period.from().toString(),
                            period.to().toString(),
                            period.occasion(),
                            AS_OF.toString());
                });
    }

    private record ToldComparison(String text, Comparison comparison) {}

    private record ToldPeriod(String text, YearMonth from, YearMonth to, Occasion occasion) {}

    private record Figure(String text, BigDecimal value) {}

    private static Arbitrary<ToldComparison> comparisons() {
        return Arbitraries.of(Comparison.class)
                .flatMap(comparison ->
                        Arbitraries.of(spoken(comparison)).map(text -> new ToldComparison(text, comparison)));
    }

    private static List<String> spoken(Comparison comparison) {
        return switch (comparison) {
            case ABOVE -> List.of("be more than", "exceed", "be above");
            case AT_LEAST -> List.of("be at least", "reach", "be no less than");
            case BELOW -> List.of("be below", "be fewer than", "be less than");
            case AT_MOST -> List.of("be at most", "fall to", "be no more than");
        };
    }

    private static Figure figure(Variable variable, int number) {
        if (variable.unit().equals("share")) {
            BigDecimal share = BigDecimal.valueOf(number, 3);
            return new Figure(share.movePointRight(2).toPlainString() + " %", share);
        }
        long count = number * 137L;
        return new Figure(String.format(Locale.ROOT, "%,d", count), BigDecimal.valueOf(count));
    }

    private static Arbitrary<ToldPeriod> periods(Arbitrary<YearMonth> months) {
        return months.flatMap(month -> {
            String name = month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + month.getYear();
            int quarter = (month.getMonthValue() - 1) / 3;
            YearMonth quarterStart = YearMonth.of(month.getYear(), quarter * 3 + 1);
            YearMonth january = YearMonth.of(month.getYear(), 1);
            YearMonth december = january.plusMonths(11);
            return Arbitraries.of(
                    within("in " + month, month, month),
                    within("in " + name, month, month),
                    within("in " + month.getYear(), january, december),
                    within("in Q" + (quarter + 1) + " " + month.getYear(), quarterStart, quarterStart.plusMonths(2)),
                    by("by " + month, month),
                    by("by " + name, month),
                    by("by the end of " + month.getYear(), december));
        });
    }

    private static ToldPeriod within(String text, YearMonth from, YearMonth to) {
        return new ToldPeriod(text, from, to, Occasion.OVER_PERIOD);
    }

    private static ToldPeriod by(String text, YearMonth to) {
        return new ToldPeriod(text, AS_OF.plusMonths(1), to, Occasion.ANY_MONTH);
    }

    private static PredictionTask parse(String question, @Nullable String asOf) {
        return new LocalIntentParser().parse(new Request(question, asOf, Cars.VARIABLES), new BlobsInMemory());
    }
}
