package io.futureos.studio.engines.local.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.IntentParser.Request;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.PredictionTask.Comparison;
import io.futureos.studio.engine.PredictionTask.Occasion;
import io.futureos.studio.engines.local.data.BlobsInMemory;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LocalIntentParserTest {

    @Test
    void the_main_question_is_understood() {
        String question =
                "Will battery-electric cars be more than 95 % of the new passenger cars registered in Norway in"
                        + " 2025?";

        assertThat(parse(question, "2024-12"))
                .isEqualTo(new PredictionTask(
                        question,
                        "battery_electric_share",
                        Comparison.ABOVE,
                        0.95,
                        "2025-01",
                        "2025-12",
                        Occasion.OVER_PERIOD,
                        "2024-12"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "in 2025|2025-01 2025-12 OVER_PERIOD",
                "in 2025-12|2025-12 2025-12 OVER_PERIOD",
                "in December 2025|2025-12 2025-12 OVER_PERIOD",
                "in Sept. 2025|2025-09 2025-09 OVER_PERIOD",
                "in the first quarter of 2025|2025-01 2025-03 OVER_PERIOD",
                "in Q1 2025|2025-01 2025-03 OVER_PERIOD",
                "in 2025-Q4|2025-10 2025-12 OVER_PERIOD",
                "in the second half of 2025|2025-07 2025-12 OVER_PERIOD",
                "during the year 2026|2026-01 2026-12 OVER_PERIOD",
                "from 2025-03 to 2026-02|2025-03 2026-02 OVER_PERIOD",
                "between March and May 2025|2025-03 2025-05 OVER_PERIOD",
                "in any month of 2025|2025-01 2025-12 ANY_MONTH",
                "by December 2025|2025-01 2025-12 ANY_MONTH",
                "by 2025-12|2025-01 2025-12 ANY_MONTH",
                "by the end of 2025|2025-01 2025-12 ANY_MONTH",
                "by the end of June 2025|2025-01 2025-06 ANY_MONTH",
                "before 2026|2025-01 2025-12 ANY_MONTH",
                "no later than Q2 2025|2025-01 2025-06 ANY_MONTH",
            })
    void periods(String period, String expected) {
        PredictionTask task = parse("Will the battery-electric share exceed 95 % " + period + "?", "2024-12");

        assertThat(task.from() + " " + task.to() + " " + task.occasion()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exceed 95 %|ABOVE 0.95",
                "be above 95%|ABOVE 0.95",
                "be over 95 percent|ABOVE 0.95",
                "be > 0.95|ABOVE 0.95",
                "be at least 95.5 per cent|AT_LEAST 0.955",
                "be no less than 95 %|AT_LEAST 0.95",
                "reach 95 %|AT_LEAST 0.95",
                "reach more than 95 %|ABOVE 0.95",
                "be 95 % or more|AT_LEAST 0.95",
                "be below 95 %|BELOW 0.95",
                "be less than 95 %|BELOW 0.95",
                "fall under 95 %|BELOW 0.95",
                "fall to 95 %|AT_MOST 0.95",
                "not fall below 95 %|AT_LEAST 0.95",
                "not exceed 95 %|AT_MOST 0.95",
                "be no more than 95 %|AT_MOST 0.95",
                "be up to 95 %|AT_MOST 0.95",
                "be at most .95|AT_MOST 0.95",
                "be 95% or less|AT_MOST 0.95",
                "be \u2265 95\u00a0%|AT_LEAST 0.95",
            })
    void comparisons(String comparison, String expected) {
        PredictionTask task = parse("Will the battery-electric share " + comparison + " in 2025?", "2024-12");

        assertThat(task.comparison() + " " + task.threshold()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "140000|140000",
                "140,000|140000",
                "140 000|140000",
                "140\u00a0000|140000",
                "140\u202f000|140000",
                "1.2 million|1200000",
                "1,234,567.5|1234567.5",
                "140 thousand|140000",
                "2025|2025",
            })
    void plain_numbers(String number, double expected) {
        PredictionTask task = parse("Will new passenger cars be more than " + number + " in 2025?", null);

        assertThat(task.threshold()).isEqualTo(expected);
        assertThat(task.targetVariable()).isEqualTo("new_cars");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Will new passenger cars exceed 14,000 in December 2025?|new_cars",
                "Will the number of Battery Electric new passenger cars exceed 9,000 in 2025?|battery_electric",
                "Will more than 95 % of new passenger cars be battery electric in 2025?|battery_electric_share",
                "Will 95 % or more of Norway's new cars be electric in 2025?|battery_electric_share",
                "Will battery_electric_share be above 95 % in 2025?|battery_electric_share",
                "Will the percentage of battery electric cars be above 95 % in 2025?|battery_electric_share",
                "Will consumer price inflation be above 3 % in 2025?|inflation",
            })
    void the_words_of_the_question_choose_the_variable(String question, String variable) {
        assertThat(parse(question, "2024-12").targetVariable()).isEqualTo(variable);
    }

    @Test
    void the_question_may_say_as_of_when_it_is_asked() {
        PredictionTask task = parse("As of 2023-06, will new cars be above 5 by the end of 2025?", null);

        assertThat(task.asOf()).isEqualTo("2023-06");
        assertThat(task.from()).isEqualTo("2023-07");
    }

    @Test
    void a_deadline_without_as_of_begins_with_its_year() {
        assertThat(parse("Will new cars be above 5 by June 2026?", null).from()).isEqualTo("2026-01");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|question_empty|The question is empty",
                "?!|question_empty|The question is empty",
                "Will new cars be nice in 2025?|question_threshold_missing|no comparison",
                "Will new cars be more than many in 2025?|question_threshold_missing|no comparison",
                "Will new cars be above 5?|question_period_missing|no period",
                "Will new cars be above 5 soon?|question_period_missing|no period",
                "Will new cars be above 5 and below 9 in 2025?|question_threshold_twice|more than one comparison",
                "Will new cars be above 5 in 2025 or in 2026?|question_period_twice|more than one period",
                "Will new cars be above 5 by 2025?|question_period_ambiguous|by the end of 2025",
                "Will new cars be above 5 in 2025-13?|question_month_malformed|write YYYY-MM",
                "Will new cars be above 5 by 2025-12-31?|question_month_malformed|write YYYY-MM",
                "Will new cars be above 1,5 in 2025?|question_number_malformed|decimal point",
                "Will new cars be between 5 and 9 or above 10 in 2025?|question_number_unclear|\"5\"",
                "Will new cars be above 5 from June to March 2025?|question_period_backwards|begins in 2025-06",
                "Will the price of oil be above 80 in 2025?|question_variable_unknown|\"new passenger cars\" (new_cars)",
                "Will cars be above 80 in 2025?|question_variable_unknown|new_cars",
                "Will new passenger cars be above 95 % in 2025?|question_unit|\"new passenger cars\" is in cars",
                "Will the battery-electric share be above 95 in 2025?|question_unit|write 95 % or a number from 0 to 1",
                "Will battery-electric cars be more than 95 of the new passenger cars in 2025?|question_unit|write 95 %",
                "Will the battery-electric share be above 195 % in 2025?|question_threshold_out_of_range|195 %",
                "Will new cars be above 5 in 2024?|question_period_over|ends in 2024-12, but as of 2024-12",
                "Will new cars be above 5 by June 2024?|question_period_over|ends in 2024-06",
                "Will new cars not be red and above 5 in 2025?|question_negated|ask without it",
                "As of 2023-01, will new cars be above 5 in 2025?|question_as_of_contradicts|as of 2024-12",
                "Will the share of the VAT exemption be above 50 % in 2025?|question_about_assumption|is an assumption",
            })
    void what_is_not_understood_is_said_with_a_form_that_is(String question, String code, String message) {
        var error = catchThrowableOfType(EngineException.class, () -> parse(question, "2024-12"));

        assertThat(error.code()).isEqualTo(code);
        assertThat(error).hasMessageContaining(message);
        Matcher example = Pattern.compile("ask for example: \"(.*)\"$").matcher(error.getMessage());
        assertThat(example.find()).isTrue();
        assertThat(parse(example.group(1), "2024-12").targetVariable()).isEqualTo("battery_electric_share");
    }

    @Test
    void equally_good_candidates_are_listed() {
        List<Variable> twins = List.of(Cars.column("a", "red cars", "cars"), Cars.column("b", "blue cars", "cars"));

        var error = catchThrowableOfType(
                EngineException.class, () -> parse("Will red or blue cars be above 5 in 2025?", "2024-12", twins));

        assertThat(error.code()).isEqualTo("question_variable_ambiguous");
        assertThat(error).hasMessageContaining("\"red cars\" (a), \"blue cars\" (b); name one");
    }

    @Test
    void without_variables_there_is_nothing_to_ask_about() {
        var error = catchThrowableOfType(
                EngineException.class, () -> parse("Will cars be above 5 in 2025?", "2024-12", List.of()));

        assertThat(error).hasMessageContaining("configure a data source");
    }

    @Test
    void an_as_of_that_is_no_month_is_refused() {
        var error = catchThrowableOfType(EngineException.class, () -> parse("", "2024"));

        assertThat(error).hasMessageContaining("\"2024\" is not a month; write YYYY-MM");
    }

    private static PredictionTask parse(String question, @Nullable String asOf) {
        return parse(question, asOf, Cars.VARIABLES);
    }

    private static PredictionTask parse(String question, @Nullable String asOf, List<Variable> vocabulary) {
        return new LocalIntentParser().parse(new Request(question, asOf, vocabulary), new BlobsInMemory());
    }
}
