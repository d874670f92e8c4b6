package io.futureos.studio.bench.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.json.StudioJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ForecastBacktestTest {

    private static final int MONTHS = 48;

    @TempDir
    Path folder = Path.of("replaced by JUnit");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) throws IOException, InterruptedException {
        return ForecastBacktest.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                arguments);
    }

    private String csv(String header) throws IOException {
        List<String> lines = new ArrayList<>(List.of(header));
        for (int i = 0; i < MONTHS; i++) {
            lines.add(YearMonth.of(2020, 1).plusMonths(i) + "," + (100 + i + i % 12) + "," + (1_000 + i % 7));
        }
        Path file = folder.resolve("series.csv");
        Files.write(file, lines);
        return file.toString();
    }

    @Test
    void a_file_is_forecast_again_and_judged_beside_the_year_before() throws Exception {
        Path json = folder.resolve("figures.json");
        Path forecasts = folder.resolve("forecasts.csv");

        int code = run(
                "--csv",
                csv("month,some,all"),
                "--month",
                "month",
                "--value",
                "some",
                "--of",
                "all",
                "--origins",
                "2",
                "--textbook",
                "no",
                "--write-json",
                json.toString(),
                "--write-csv",
                forecasts.toString());

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("origin 2023-11");
        assertThat(code).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("some of all, 48 months from 2020-01 to 2023-12", "2 months, 2023-10 to 2023-11")
                .contains("CRPS, in percentage points", "ensemble", Backtest.NAIVE, "aimed at 0.5")
                .doesNotContain("ARIMA");
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).allMatch(line -> line.length() <= 100);
        assertThat(StudioJson.readOwn(Files.readString(json))).containsEntry("variable", "ratio");
        assertThat(Files.readAllLines(forecasts))
                .filteredOn(line -> line.startsWith("ensemble,"))
                .hasSize(2 + 1);
    }

    @Test
    void what_is_not_asked_for_rightly_is_refused_with_the_way_out() throws Exception {
        assertThat(refusal("--series", "x")).contains("no option \"--series\"", "--template");
        assertThat(refusal("--csv")).contains("--csv has no value");
        assertThat(refusal("--csv", "a", "--csv", "b")).contains("given twice");
        assertThat(refusal("--textbook", "no")).contains("either --template FILE", "or --csv FILE");
        assertThat(refusal("--csv", "nowhere.csv", "--month", "m", "--value", "v"))
                .contains("no file nowhere.csv");
        assertThat(refusal("--csv", csv("month,some,all"), "--value", "some")).contains("Give --month");
        assertThat(refusal("--template", "x", "--as-of", "2020")).contains("a month like 2024-12", "\"2020\"");
        assertThat(refusal("--template", "x", "--origins", "1.5")).contains("whole number", "\"1.5\"");
        assertThat(refusal("--template", "x", "--above", "much")).contains("--above is a number", "\"much\"");
    }

    @Test
    void what_a_file_does_not_have_is_named() throws Exception {
        assertThat(refusal("--csv", csv("month,some,all"), "--month", "month", "--value", "sum"))
                .contains("sum");
        assertThat(refusal("--csv", csv("month,some,all"), "--month", "month", "--value", "some", "--as-of", "1999-01"))
                .contains("no figure up to 1999-01");
    }

    @Test
    void a_template_that_is_none_is_named_with_its_first_mistake() throws Exception {
        assertThat(refusal("--template", file("{"))).contains("template.json");
        assertThat(refusal("--template", file("[]"))).contains("not an object");
        assertThat(refusal("--template", file("{\"format\":\"studio-template\",\"schema\":1}")))
                .contains("name");
        assertThat(refusal("--template", file("{\"format\":\"studio-template\",\"schema\":1,\"name\":\"n\"}")))
                .contains("has no question");
    }

    private String file(String content) throws IOException {
        Path file = folder.resolve("template.json");
        Files.writeString(file, content);
        return file.toString();
    }

    private String refusal(String... arguments) throws IOException, InterruptedException {
        err.reset();
        assertThat(run(arguments)).isEqualTo(2);
        return err.toString(StandardCharsets.UTF_8);
    }
}
