package io.futureos.studio.engines.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.EnsembleAggregator.Forecast;
import io.futureos.studio.engine.EnsembleAggregator.Quantiles;
import io.futureos.studio.engines.local.NorwayJourney.Effort;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.testkit.engine.RecordingContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quickstart's question goes through all local engines, as the Studio would call them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LocalEnginesTest {

    private static final NorwayJourney NORWAY = journey(NorwayFixture.FOLDER);

    private static NorwayJourney journey(Path folder) {
        return NorwayJourney.through(LocalEngines.readingFrom(folder), new RecordingContext(), Effort.SENSIBLE);
    }

    @Test
    void the_forecast_is_one_that_somebody_could_have_made_at_the_end_of_2024() {
        Forecast forecast = NORWAY.forecast();

        assertThat(forecast.whole().q50()).isBetween(0.85, 0.99);
        assertThat(forecast.whole().q95() - forecast.whole().q05()).isBetween(0.01, 0.25);
        assertThat(forecast.eventProbability()).isBetween(0.0, 1.0);
        assertThat(forecast.periods())
                .extracting(Quantiles::period)
                .hasSize(NorwayJourney.HORIZON)
                .startsWith("2025-01");
        assertThat(Stream.concat(forecast.periods().stream(), Stream.of(forecast.whole())))
                .allSatisfy(period -> assertThat(List.of(
                                0.0,
                                period.q05(),
                                period.q10(),
                                period.q25(),
                                period.q50(),
                                period.q75(),
                                period.q90(),
                                period.q95(),
                                1.0))
                        .isSorted());
        assertThat(forecast.members().stream()
                        .mapToDouble(member -> member.weight())
                        .sum())
                .isBetween(0.999, 1.001);
    }

    @Test
    void the_report_shows_the_forecast_and_who_was_not_asked() {
        String headline = NORWAY.report().sections().get(0).contentHtml();

        assertThat(headline)
                .contains(String.format(
                        Locale.ROOT, "%.0f", 100 * NORWAY.forecast().eventProbability()));
        assertThat(NORWAY.report().sections())
                .anyMatch(section -> section.contentHtml().contains("Not wired"));
        assertThat(NORWAY.graph().edges()).anyMatch(edge -> edge.evidence().equals("stated"));
    }

    @Test
    void a_month_after_as_of_changes_no_figure(@TempDir Path folder) throws IOException {
        try (Stream<Path> files = Files.list(NorwayFixture.FOLDER)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Files.writeString(folder.resolve("new-cars.csv"), "2025-01,10000,1000\n", StandardOpenOption.APPEND);

        NorwayJourney planted = journey(folder);

        assertThat(planted.data().sources().get(0).rowsAfterAsOf()).isEqualTo(1);
        assertThat(planted.data().content()).isEqualTo(NORWAY.data().content());
        assertThat(bytes(planted.figuresWithWordsOf(NORWAY))).isEqualTo(bytes(NORWAY));
    }

    @Test
    void asked_again_the_engines_say_the_same_byte_for_byte() {
        assertThat(bytes(journey(NorwayFixture.FOLDER))).isEqualTo(bytes(NORWAY));
    }

    @Test
    void each_table_is_unpacked_once_whichever_engines_ask_for_it() {
        var read = new ArrayList<BlobKey>();
        var blobs = new RecordingContext();
        EngineContext context = new EngineContext() {
            @Override
            public void progress(String phase, double fraction) {}

            @Override
            public byte[] read(BlobKey key) {
                read.add(key);
                return blobs.read(key);
            }

            @Override
            public BlobKey store(byte[] content) {
                return blobs.store(content);
            }
        };

        NorwayJourney made =
                NorwayJourney.through(LocalEngines.readingFrom(NorwayFixture.FOLDER), context, Effort.LEAST);

        assertThat(made.data().tables())
                .isNotEmpty()
                .allSatisfy(table ->
                        assertThat(read).filteredOn(table.parquet()::equals).hasSize(1));
    }

    @Test
    void another_language_and_time_zone_change_no_byte() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            // Turkish has its own upper-case i; Thai digits show wherever a number is written for people.
            Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-thai-ca-buddhist"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));

            assertThat(bytes(journey(NorwayFixture.FOLDER))).isEqualTo(bytes(NORWAY));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private static String bytes(NorwayJourney journey) {
        return StudioJson.write(StudioJson.toOpen(journey));
    }
}
