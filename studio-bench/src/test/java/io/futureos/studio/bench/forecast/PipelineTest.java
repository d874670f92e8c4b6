package io.futureos.studio.bench.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PipelineTest {

    private static final YearMonth FIRST = YearMonth.of(2020, 1);
    private static final YearMonth ORIGIN = FIRST.plusMonths(39);

    @TempDir
    Path folder = Path.of("replaced by JUnit");

    private OriginForecast forecast(String name, double... after) throws IOException, InputProblem {
        List<String> lines = new ArrayList<>(List.of("month,value"));
        for (int i = 0; i < 40; i++) {
            lines.add(FIRST.plusMonths(i) + "," + (500 + 3 * i + 20 * (i % 4)));
        }
        for (int i = 0; i < after.length; i++) {
            lines.add(ORIGIN.plusMonths(1 + i) + "," + after[i]);
        }
        Path file = folder.resolve(name);
        Files.write(file, lines);
        SubjectFiles.Read read = SubjectFiles.read(
                Arguments.read(SubjectFiles.OPTIONS, "--csv", file.toString(), "--month", "month", "--value", "value"));
        return new Pipeline(read.subject(), read.engines(), new December(40)).at(ORIGIN);
    }

    private static Map<String, List<Double>> firstMonth(OriginForecast forecast) {
        return forecast.months().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, said -> {
            Predictive predictive = said.getValue().get(ORIGIN.plusMonths(1));
            return predictive == null
                    ? List.of()
                    : List.of(predictive.quantile(0.05), predictive.median(), predictive.quantile(0.95));
        }));
    }

    @Test
    void nothing_that_came_after_the_origin_moves_a_forecast() throws Exception {
        OriginForecast calm = forecast("calm.csv", 640, 660);
        OriginForecast wild = forecast("wild.csv", 64_000, 1);

        assertThat(firstMonth(wild)).isEqualTo(firstMonth(calm));
        assertThat(calm.months()).containsKey(Pipeline.ENSEMBLE).hasSizeGreaterThan(3);
        assertThat(calm.months().values()).allSatisfy(said -> assertThat(said).hasSize(2));
        assertThat(calm.weights()).isEqualTo(wild.weights());
    }

    @Test
    void the_question_about_december_is_answered_by_everybody_once_that_month_is_known() throws Exception {
        assertThat(forecast("short.csv", 640).december()).isEmpty();

        OriginForecast asked = forecast("long.csv", 640, 640, 640, 640, 640, 640, 640, 640);

        assertThat(asked.december().keySet()).isEqualTo(asked.months().keySet());
        assertThat(asked.december().values()).allMatch(probability -> probability > 0 && probability < 1);
    }
}
