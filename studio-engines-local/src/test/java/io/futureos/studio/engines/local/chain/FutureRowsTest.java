package io.futureos.studio.engines.local.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.engines.local.chain.Chain.Result;
import io.futureos.studio.json.StudioJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is dated after as-of reaches nothing: package, graph, simulation, reasoners, ensemble, report. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FutureRowsTest {

    private static final String FUEL = "month,fuel\n"
            + String.join(
                    "",
                    Stream.iterate(0, month -> month + 1)
                            .limit(48)
                            .map(month -> Chain.month(month) + "," + (100 + month * month % 17) + "\n")
                            .toList());
    private static final Map<String, Object> MONTHLY = Map.of("time_column", "month");

    @TempDir
    private static Path known;

    private static Result truth;

    @TempDir
    private Path folder;

    @BeforeAll
    static void goes_with_what_was_known() {
        truth = project(known).go();
    }

    private static Chain project(Path folder) {
        return new Chain(folder)
                .source("fuel", FUEL, MONTHLY)
                .simulation("attributes", List.of(slopeKnownFrom("2023-12")));
    }

    private static Map<String, Object> slopeKnownFrom(String month) {
        return Map.of(
                "dimension",
                "group",
                "table",
                "groups",
                "numerator",
                "after",
                "denominator",
                "before",
                "known_from",
                month);
    }

    /** All at once, and each by itself would do: absurd figures, no figures, other sources, overrides. */
    @Test
    void nothing_that_is_dated_later_moves_a_figure() {
        Result planted = project(folder)
                .append("figures.csv", "2024-01,1,1\n2024-02,1e300,0\n2031-12,5,1e9\n2024-11,-7,so many\n2024-11,,\n")
                .source("fuel", FUEL + "2024-01,1e12\n2024-02,-1e12\n2024-03,x\n", MONTHLY)
                .override("figures.part[2024-01]", 999_999)
                .go();

        assertSame(planted, 8);
        assertThat(planted.data().overrides()).singleElement().satisfies(override -> {
            assertThat(override.orphaned()).isTrue();
            assertThat(override.original()).isNull();
        });
        assertThat(planted.data().caveats())
                .contains(
                        "The override of figures.part[2024-01] has no effect, as it is after 2023-12, the as-of month.");
    }

    @Test
    void a_table_that_was_known_only_later_moves_no_figure() {
        Result unknown = new Chain(folder)
                .source("fuel", FUEL, MONTHLY)
                .simulation("attributes", List.of(slopeKnownFrom("2024-01")))
                .go();
        Result planted = new Chain(folder)
                .source("fuel", FUEL, MONTHLY)
                .source("groups", "group,people,before,after\na,60,100,99\nb,30,100,50\nc,10,100,1\n", Map.of())
                .simulation("attributes", List.of(slopeKnownFrom("2024-01")))
                .go();

        assertThat(planted.outcome()).isEqualTo(unknown.outcome());
        assertThat(planted.hindcasts()).isEqualTo(unknown.hindcasts());
        assertThat(planted.forecast()).isEqualTo(unknown.forecast());
        assertThat(truth.outcome())
                .as("the table does count where it was known")
                .isNotEqualTo(unknown.outcome());
    }

    @Test
    void a_row_up_to_as_of_does_move_them() {
        Result other = project(folder).override("figures.part[2023-12]", 10).go();

        assertThat(other.forecast()).isNotEqualTo(truth.forecast());
        assertThat(other.report().sections()).isNotEqualTo(truth.report().sections());
    }

    private static void assertSame(Result planted, int later) {
        assertThat(planted.data().content()).isEqualTo(truth.data().content());
        assertThat(planted.data().tables()).isEqualTo(truth.data().tables());
        assertThat(planted.data().sources().stream()
                        .mapToLong(source -> source.rowsAfterAsOf())
                        .sum())
                .isEqualTo(later);
        assertThat(StudioJson.write(figures(planted))).isEqualTo(StudioJson.write(figures(truth)));
    }

    /** All that was computed; what is left out only says how many later rows there were. */
    private static List<Object> figures(Result result) {
        var figures = new ArrayList<Object>();
        figures.add(result.graph());
        figures.add(result.population());
        figures.add(List.of(result.outcome() == null ? "" : result.outcome()));
        figures.add(result.hindcasts());
        figures.add(result.reasonings());
        figures.add(result.forecast());
        figures.add(result.report().sections());
        figures.add(result.report().appendix().methodology());
        figures.add(result.report().appendix().calibrationMetrics());
        return figures;
    }
}
