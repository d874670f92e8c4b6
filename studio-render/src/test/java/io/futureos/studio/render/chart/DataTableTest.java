package io.futureos.studio.render.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DataTableTest {

    @Test
    void history_and_forecast_become_tables_of_their_own_without_empty_columns() {
        var table = new DataTable(
                List.of("Month", "History", "Forecast"),
                List.of(
                        List.of("2024-10", "1", ""),
                        List.of("2024-11", "2", ""),
                        List.of("2024-12", "3", "3"),
                        List.of("2025-01", "", "4")));

        assertThat(table.dense())
                .containsExactly(
                        new DataTable(
                                List.of("Month", "History"), List.of(List.of("2024-10", "1"), List.of("2024-11", "2"))),
                        new DataTable(
                                List.of("Month", "History", "Forecast"),
                                List.of(List.of("2024-12", "3", "3"), List.of("2025-01", "", "4"))));
    }

    @Test
    void a_table_without_rows_is_none() {
        var table = new DataTable(List.of("Month"), List.of());

        assertThat(table.dense()).isEmpty();
    }

    @Test
    void a_long_table_is_folded_column_by_column() {
        var table = new DataTable(
                List.of("Month", "Share"), List.of(List.of("1", "a"), List.of("2", "b"), List.of("3", "c")));

        assertThat(table.folded(2))
                .isEqualTo(new DataTable(
                        List.of("Month", "Share", "Month", "Share"),
                        List.of(List.of("1", "a", "3", "c"), List.of("2", "b", "", ""))));
    }
}
