package io.futureos.studio.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Compares the tables that this library makes with those that the contract's own SQL makes, as PostgreSQL describes them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ContractTablesTest {

    private static final String COLUMNS = """
            SELECT table_name, column_name, data_type, character_maximum_length, is_nullable, column_default
            FROM information_schema.columns WHERE table_schema = 'public'""";

    /** Keys, uniqueness and references, by what they say: their names are PostgreSQL's own. */
    private static final String CONSTRAINTS = """
            SELECT conrelid::regclass::text AS table_name, pg_get_constraintdef(oid) AS says FROM pg_constraint
            WHERE contype IN ('p', 'u', 'f') AND connamespace = 'public'::regnamespace""";

    private static final String INDEXES = """
            SELECT tablename, indexname, indexdef FROM pg_indexes
            WHERE schemaname = 'public' AND indexname LIKE 'idx\\_%'""";

    private final HikariDataSource contract = Databases.bare();
    private final HikariDataSource ours = Databases.studio();

    ContractTablesTest() throws IOException {
        try (InputStream sql = Objects.requireNonNull(getClass().getResourceAsStream("contract.sql"))) {
            String text = new String(sql.readAllBytes(), StandardCharsets.UTF_8);
            Jdbi.create(contract).useHandle(handle -> handle.createScript(text).execute());
        }
    }

    @AfterEach
    void close() {
        contract.close();
        ours.close();
    }

    @Test
    void every_column_of_the_contract_is_there_with_its_type_its_default_and_its_nullability() {
        assertThat(rows(contract, COLUMNS)).hasSize(15 + 6 + 10 + 6);
        assertThat(rows(ours, COLUMNS)).containsAll(rows(contract, COLUMNS));
    }

    @Test
    void every_key_and_every_reference_of_the_contract_is_there() {
        assertThat(rows(contract, CONSTRAINTS)).hasSize(4 + 1 + 3);
        assertThat(rows(ours, CONSTRAINTS)).containsAll(rows(contract, CONSTRAINTS));
    }

    @Test
    void every_index_of_the_contract_is_there() {
        assertThat(rows(contract, INDEXES)).hasSize(4);
        assertThat(rows(ours, INDEXES)).containsAll(rows(contract, INDEXES));
    }

    @Test
    void what_is_there_besides_in_the_contracts_tables_needs_no_value_from_who_writes_the_contracts_columns_only() {
        assertThat(rows(ours, COLUMNS))
                .filteredOn(column -> List.of("studio_projects", "studio_scenarios", "studio_reports")
                        .contains(column.get("table_name")))
                .filteredOn(column -> "NO".equals(column.get("is_nullable")) && column.get("column_default") == null)
                .allMatch(column -> rows(contract, COLUMNS).contains(column));
    }

    private static List<Map<String, Object>> rows(HikariDataSource database, String query) {
        return Jdbi.create(database)
                .withHandle(handle -> handle.createQuery(query).mapToMap().list());
    }
}
