package io.futureos.studio.engines.local.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.engine.DataPackage.ColumnProfile;
import io.futureos.studio.engine.DataPackage.Table;
import io.futureos.studio.engines.local.data.TableData;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.testkit.engine.RecordingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RecentTablesTest {

    private final List<String> asked = new ArrayList<>();
    private final RecentTables tables = new RecentTables((table, context) -> {
        asked.add(table.parquet() + " " + table.name());
        return new TableData(Map.of(), Map.of());
    });

    @Test
    void a_table_that_was_read_before_is_not_read_again() {
        TableData first = read(table("content", 10));

        assertThat(read(table("content", 10))).isSameAs(first);
        assertThat(asked).hasSize(1);
    }

    @Test
    void a_table_of_the_same_name_with_other_content_is_another_one() {
        TableData first = read(table("content", 10));

        assertThat(read(table("other content", 10))).isNotSameAs(first);
        assertThat(asked).hasSize(2);
    }

    @Test
    void the_table_that_was_asked_for_longest_ago_goes_when_there_are_too_many_cells() {
        read(table("first", RecentTables.MOST_CELLS / 2));
        read(table("second", RecentTables.MOST_CELLS / 2));
        read(table("first", RecentTables.MOST_CELLS / 2));
        read(table("third", 1));
        asked.clear();

        read(table("first", RecentTables.MOST_CELLS / 2));
        read(table("third", 1));
        assertThat(asked).isEmpty();
        read(table("second", RecentTables.MOST_CELLS / 2));
        assertThat(asked).hasSize(1);
    }

    @Test
    void a_table_that_is_larger_than_all_that_is_kept_drives_nothing_out() {
        read(table("small", 10));
        read(table("large", RecentTables.MOST_CELLS + 1));
        read(table("large", RecentTables.MOST_CELLS + 1));
        read(table("small", 10));

        assertThat(asked).hasSize(3);
    }

    private TableData read(Table table) {
        return tables.read(table, new RecordingContext());
    }

    /** A table with one column. */
    private static Table table(String content, long rows) {
        var column = new ColumnProfile("share", "number", 0, 1, List.of(), false);
        return new Table("new_cars", new BlobKey(Fingerprint.of(content)), rows, null, List.of(column));
    }
}
