package io.futureos.studio.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import io.futureos.studio.engine.EnsembleAggregator.Quantiles;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.render.ReportExporters;
import io.futureos.studio.report.ReportExporter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asked at the end of 2023, with figures up to 2024-12 in the file. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class QuickstartTest {

    private static final String[] ASKED = {
        "--question", "Will battery-electric cars be more than 85 % of the new passenger cars in 2024?",
        "--as-of", "2023-12",
        "--seed", "7"
    };

    @TempDir
    static Path folder;

    static Desk desk;
    static int exitCode;

    @BeforeAll
    static void run() throws IOException {
        desk = new Desk(folder);
        exitCode = desk.run(ASKED);
    }

    @Test
    void everything_is_written_and_nothing_else() throws IOException {
        assertThat(desk.complaint()).isEmpty();
        assertThat(exitCode).isZero();
        try (var files = Files.list(folder.resolve("out"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Quickstart.FILES)
                    .contains("report.html", "report.pdf", "project.json", "forecast.json");
        }
        assertThat(new String(desk.written("report.html"), StandardCharsets.UTF_8))
                .contains("more than 85&nbsp;%")
                .contains("</html>");
        assertThat(new String(desk.written("report.pdf"), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-")
                .endsWith("%%EOF\n");
    }

    @Test
    void the_report_is_written_in_every_format_that_there_is_an_exporter_for() throws IOException {
        for (ReportExporter exporter : ReportExporters.all()) {
            String name = exporter.format().wireName();
            assertThat(desk.written("report." + name)).as(name).isNotEmpty();
            assertThat(desk.shown())
                    .contains(folder.resolve("out").resolve("report." + name).toString());
        }
    }

    @Test
    void every_report_can_be_verified_by_the_same_program() throws IOException {
        for (ReportExporter exporter : ReportExporters.all()) {
            String name = exporter.format().wireName();
            var reader = new Desk(Files.createDirectory(folder.resolve("reader-of-" + name)));
            Path report = folder.resolve("out").resolve("report." + name);

            assertThat(reader.bare("verify", report.toString())).isZero();
            assertThat(reader.shown()).contains("is as it was written", "simulation");
        }
    }

    @Test
    void the_project_is_complete_and_nothing_in_it_is_stale() throws IOException {
        assertThat(desk.json("project.json")).containsEntry("status", "complete");
        assertThat(new String(desk.written("project.json"), StandardCharsets.UTF_8))
                .doesNotContain("\"stale\" : true")
                .doesNotContain("\"not_started\"");
    }

    @Test
    void the_forecast_has_the_promised_shape() throws IOException {
        Map<String, Object> forecast = desk.json("forecast.json");

        assertThat(forecast.keySet())
                .containsExactly(
                        "question",
                        "target_variable",
                        "as_of",
                        "seed",
                        "event_probability",
                        "periods",
                        "scenarios",
                        "backtest");
        assertThat(forecast)
                .containsEntry("question", ASKED[1])
                .containsEntry("target_variable", "battery_electric_share")
                .containsEntry("as_of", "2023-12")
                .containsEntry("seed", 7L);
        assertThat(forecast.get("periods"))
                .asInstanceOf(LIST)
                .first(MAP)
                .satisfies(period -> assertThat(period.keySet())
                        .containsExactly("period", "q05", "q10", "q25", "q50", "q75", "q90", "q95"));
        ForecastFile file = StudioJson.read(desk.written("forecast.json"), ForecastFile.class);
        assertThat(file.backtest().forecasts()).isPositive();
        assertThat(file.backtest().origins())
                .allSatisfy(origin -> assertThat(origin).isLessThan("2023-12"));
    }

    @Test
    void the_first_scenario_is_the_forecast() throws IOException {
        ForecastFile file = StudioJson.read(desk.written("forecast.json"), ForecastFile.class);

        assertThat(file.scenarios())
                .extracting(ForecastFile.ScenarioForecast::name)
                .containsExactly("As things stand", "The VAT exemption ends", "Charging stays behind");
        assertThat(file.scenarios().get(0).periods()).isEqualTo(file.periods());
        assertThat(file.scenarios().get(0).eventProbability()).isEqualTo(file.eventProbability());
        assertThat(file.scenarios().get(1).eventProbability()).isLessThan(file.eventProbability());
    }

    @Test
    void every_month_of_the_question_has_ordered_quantiles() throws IOException {
        ForecastFile file = StudioJson.read(desk.written("forecast.json"), ForecastFile.class);

        assertThat(file.scenarios()).allSatisfy(scenario -> {
            YearMonth month = YearMonth.of(2024, 1);
            for (Quantiles q : scenario.periods()) {
                assertThat(q.period()).isEqualTo(month.toString());
                assertThat(List.of(0.0, q.q05(), q.q10(), q.q25(), q.q50(), q.q75(), q.q90(), q.q95(), 1.0))
                        .isSorted();
                month = month.plusMonths(1);
            }
            assertThat(month).isEqualTo(YearMonth.of(2025, 1));
        });
    }

    @Test
    void run_again_without_the_rows_after_as_of_it_is_the_same_forecast_byte_for_byte(@TempDir Path other)
            throws IOException {
        assertThat(desk.shown()).contains("12 later than as-of left out");
        var unknowing = new Desk(other);
        unknowing.endBefore("new-cars.csv", "2024-01,");

        assertThat(unknowing.run(ASKED)).isZero();

        assertThat(unknowing.shown()).doesNotContain("left out");
        assertThat(unknowing.written("forecast.json")).isEqualTo(desk.written("forecast.json"));
    }

    @Test
    void the_screen_tells_the_headline_and_where_the_files_are() throws IOException {
        assertThat(desk.shown())
                .contains("[1/5] Data ...", "[5/5] Report ...")
                .contains(ASKED[1])
                .contains("As things stand")
                .contains("for 2024 with its 90 % interval")
                .contains(folder.resolve("out").resolve("report.html").toString())
                .contains("Done in ");
    }
}
