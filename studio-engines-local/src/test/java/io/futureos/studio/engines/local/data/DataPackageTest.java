package io.futureos.studio.engines.local.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.futureos.studio.engine.DataOrchestrator.BuildRequest;
import io.futureos.studio.engine.DataOrchestrator.PreviewRequest;
import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.DataPackage.ColumnProfile;
import io.futureos.studio.engine.DataPackage.OverrideNote;
import io.futureos.studio.engine.DataPackage.SourceNote;
import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.DataPackage.Variable.Aggregation;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.DataOverride;
import io.futureos.studio.model.DataSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DataPackageTest {

    private static final String THREE_MONTHS =
            "month,new_cars,electric\n2024-01,100,80\n2024-02,200,170\n2024-03,50,45\n";

    @TempDir
    Path directory;

    @Test
    void a_csv_becomes_a_typed_table_with_derived_figures_and_a_profile() {
        Desk desk = new Desk(directory);

        DataPackage built = desk.buildCars(THREE_MONTHS);

        TableData cars = desk.read(built, "cars");
        assertThat(cars.texts("month")).containsExactly("2024-01", "2024-02", "2024-03");
        assertThat(cars.numbers("electric_share")).containsExactly(0.8, 0.85, 0.9);
        assertThat(built.asOf()).isEqualTo("2024-03");
        assertThat(built.tables().get(0).columns())
                .contains(new ColumnProfile(
                        "new_cars", "number", 0, 3, List.of(50.0, 75.0, 100.0, 150.0, 200.0), false, 0L, null))
                .extracting(ColumnProfile::name, ColumnProfile::type, ColumnProfile::derived)
                .containsExactly(
                        tuple("month", "month", false),
                        tuple("new_cars", "number", false),
                        tuple("electric", "number", false),
                        tuple("electric_share", "number", true));
        assertThat(built.variable("electric_share"))
                .hasValue(new Variable(
                        "electric_share",
                        "electric share",
                        "share",
                        Variable.Kind.DERIVED,
                        "cars",
                        Aggregation.RATIO_OF_SUMS,
                        "electric",
                        "new_cars",
                        null,
                        0.0,
                        1.0));
    }

    @Test
    void rows_after_as_of_are_counted_and_never_looked_at() {
        Desk desk = new Desk(directory);
        DataPackage without = desk.buildCars(THREE_MONTHS);
        desk.file("cars.csv", THREE_MONTHS + "2024-04,nonsense,-5\n2024-04,,\n2030-01,0,0\n");

        DataPackage with = desk.build("2024-03", List.of(), Desk.cars());

        assertThat(with.content()).isEqualTo(without.content());
        assertThat(with.tables()).isEqualTo(without.tables());
        assertThat(with.sources())
                .extracting(SourceNote::rows, SourceNote::rowsAfterAsOf)
                .containsExactly(tuple(3L, 3L));
    }

    @Test
    void rows_after_as_of_do_not_decide_what_a_column_holds_either() {
        Desk desk = new Desk(directory).file("bikes.csv", "month,bikes\n2024-03,5\n2024-04,many\n");
        desk.file("cars.csv", THREE_MONTHS);
        var bikes = new DataSource("bikes", "csv", Map.of("path", "bikes.csv", "time_column", "month"));

        DataPackage built = desk.build("2024-03", List.of(), Desk.cars(), bikes);

        assertThat(desk.read(built, "bikes").numbers("bikes")).containsExactly(5);
    }

    @Test
    void a_target_that_ends_before_as_of_or_begins_after_it_is_refused() {
        Desk desk = new Desk(directory).file("cars.csv", THREE_MONTHS);

        assertThat(failure(() -> desk.build("2024-05", List.of(), Desk.cars())))
                .hasMessageContaining("cars.csv, line 4: the months end with 2024-03, before the as-of month 2024-05");
        assertThat(failure(() -> desk.build("2023-12", List.of(), Desk.cars())))
                .hasMessageContaining("cars.csv has no row up to 2023-12, only 3 after it");
    }

    @Test
    void an_override_replaces_a_figure_before_anything_is_derived_from_it() {
        Desk desk = new Desk(directory).file("cars.csv", THREE_MONTHS);

        DataPackage built = desk.build(
                null,
                List.of(
                        override("cars.electric[2024-02]", 190),
                        override("cars.electric[2024-09]", 1),
                        override("bikes.electric[2024-09]", 1),
                        override("cars.electric[2024-03]", null)),
                Desk.cars());

        assertThat(desk.read(built, "cars").numbers("electric_share")).containsExactly(0.8, 0.95, Double.NaN);
        assertThat(built.overrides())
                .containsExactly(
                        new OverrideNote("cars.electric[2024-02]", 170L, 190L, "because", false),
                        new OverrideNote("cars.electric[2024-09]", null, 1L, "because", true),
                        new OverrideNote("bikes.electric[2024-09]", null, 1L, "because", true),
                        new OverrideNote("cars.electric[2024-03]", 45L, null, "because", false));
        assertThat(desk.data
                        .preview(new PreviewRequest(built, null, 1, 2), desk.blobs)
                        .overridden())
                .containsExactly("cars.electric[2024-02]", "cars.electric[2024-03]");
    }

    @Test
    void an_override_that_does_not_fit_is_refused() {
        Desk desk = new Desk(directory).file("cars.csv", THREE_MONTHS);

        assertThat(refused(desk, "cars.electric[2024-02]", "many")).hasMessageContaining("the column holds numbers");
        assertThat(refused(desk, "cars.electric[2024-02]", -1)).hasMessageContaining("-1 is below the minimum of 0");
        assertThat(refused(desk, "cars.electric_share[2024-02]", 0.5)).hasMessageContaining("is derived");
        assertThat(refused(desk, "cars.month[2024-02]", "2024-05")).hasMessageContaining("is the month itself");
        assertThat(refused(desk, "electric 2024-02", 1)).hasMessageContaining("write table.column[key]");
    }

    @Test
    void a_table_without_months_is_addressed_by_row() {
        var source = new DataSource("homes", "csv", Map.of("path", "homes.csv"));
        Desk desk = new Desk(directory).file("homes.csv", "age,count\nyoung,1\nold,2\n");

        DataPackage built = desk.build(null, List.of(override("homes.count[2]", 7)), source);

        var page = desk.data.preview(new PreviewRequest(built, "homes", 0, 10), desk.blobs);
        assertThat(page.rows()).containsExactly(List.of("young", 1L), List.of("old", 7L));
        assertThat(page.overridden()).containsExactly("homes.count[2]");
        assertThat(built.asOf()).isNull();
        assertThat(built.variables()).isEmpty();
    }

    @Test
    void the_same_figures_have_one_fingerprint_whatever_holds_them() throws Exception {
        Desk desk = new Desk(directory);
        DataPackage csv = desk.buildCars(THREE_MONTHS);
        String json = "[{'month':'2024-03','electric':45,'new_cars':50.0},\n"
                + "{'month':'2024-01','electric':80,'new_cars':1e2},{'month':'2024-02','electric':170,'new_cars':200}]";
        desk.file("cars.json", json.replace('\'', '"'));
        try (PrivateDatabase database = PrivateDatabase.open()) {
            database.execute("COPY (SELECT * FROM (VALUES ('2024-01', 100, 80::SMALLINT), ('2024-02', 200, 170),"
                    + " ('2024-03', 50, 45)) t(month, new_cars, electric)) TO " + database.quoted("c")
                    + " (FORMAT parquet)");
            desk.file("cars.parquet", Files.readAllBytes(database.path("c")));
        }

        DataPackage fromJson = desk.build(null, List.of(), like(Desk.cars(), "json"));
        DataPackage fromParquet = desk.build(null, List.of(), like(Desk.cars(), "parquet"));
        DataPackage changed = desk.buildCars(THREE_MONTHS.replace("170", "171"));

        assertThat(fromJson.content()).isEqualTo(csv.content());
        assertThat(fromParquet.content()).isEqualTo(csv.content());
        assertThat(fromParquet.tables()).isEqualTo(csv.tables());
        assertThat(changed.content()).isNotEqualTo(csv.content());
    }

    @Test
    void building_twice_from_pinned_bytes_gives_the_same_package_even_when_the_file_is_gone() throws Exception {
        Desk desk = new Desk(directory).file("cars.csv", THREE_MONTHS);
        var request = new BuildRequest(List.of(desk.pinned(Desk.cars())), List.of(), null);
        DataPackage first = desk.data.build(request, desk.blobs);
        Files.delete(directory.resolve("cars.csv"));

        assertThat(desk.data.build(request, desk.blobs)).isEqualTo(first);
    }

    @Test
    void assumptions_are_variables_without_a_table() {
        var source = new DataSource(
                "assumptions",
                "values",
                Map.of(
                        "citation",
                        "the analyst",
                        "variables",
                        List.of(Map.of("name", "vat", "unit", "share", "value", 1))));
        Desk desk = new Desk(directory);

        DataPackage built = desk.build(null, List.of(), source);

        assertThat(built.tables()).isEmpty();
        assertThat(built.variables())
                .extracting(Variable::name, Variable::kind, Variable::value, Variable::maximum)
                .containsExactly(tuple("vat", Variable.Kind.ASSUMPTION, 1.0, 1.0));
        assertThat(new String(desk.blobs.read(built.sources().get(0).raw()), StandardCharsets.UTF_8))
                .isEqualTo("{\"variables\":[{\"label\":\"vat\",\"maximum\":1,\"minimum\":0,\"name\":\"vat\","
                        + "\"unit\":\"share\",\"value\":1}]}");
    }

    @Test
    void differences_products_and_lags_are_computed_month_by_month() {
        Map<String, Object> config = new HashMap<>(Desk.CARS);
        config.put(
                "derived",
                List.of(
                        derived("others", "difference", "new_cars", "electric"),
                        derived("area", "product", "new_cars", "others"),
                        derived("others_before", "lag", "others")));
        Desk desk = new Desk(directory).file("cars.csv", THREE_MONTHS);

        DataPackage built = desk.build(null, List.of(), new DataSource("cars", "csv", config));

        TableData cars = desk.read(built, "cars");
        assertThat(cars.numbers("others")).containsExactly(20, 30, 5);
        assertThat(cars.numbers("area")).containsExactly(2000, 6000, 250);
        assertThat(cars.numbers("others_before")).containsExactly(Double.NaN, 20, 30);
        assertThat(built.variable("others")).map(Variable::aggregation).hasValue(Aggregation.SUM);
    }

    @Test
    void the_manifest_describes_the_package() throws Exception {
        Desk desk = new Desk(directory);

        DataPackage built = desk.buildCars(THREE_MONTHS);

        assertThat(StudioJson.toOpen(StudioJson.read(desk.blobs.read(built.manifest()), Map.class)))
                .containsEntry("schema", 1L)
                .containsEntry("content", built.content().value())
                .containsEntry("as_of", "2024-03")
                .containsKeys("tables", "sources", "variables", "overrides", "engine", "caveats");
    }

    @Test
    void a_page_outside_of_the_table_is_empty_and_an_unknown_table_is_named() {
        Desk desk = new Desk(directory);
        DataPackage built = desk.buildCars(THREE_MONTHS);

        assertThat(desk.data
                        .preview(new PreviewRequest(built, null, 9, 5), desk.blobs)
                        .rows())
                .isEmpty();
        assertThat(failure(() -> desk.data.preview(new PreviewRequest(built, "bikes", 0, 5), desk.blobs)))
                .hasMessageContaining("no table \"bikes\"; there are cars.");
        assertThat(failure(() -> desk.data.preview(new PreviewRequest(built, null, 0, 0), desk.blobs)))
                .hasMessageContaining("1 to 1000 rows");
    }

    private static Map<String, Object> derived(String name, String operation, String... of) {
        return Map.of("name", name, "operation", operation, "of", List.of(of));
    }

    private static DataSource like(DataSource source, String type) {
        Map<String, Object> config = new HashMap<>(source.config());
        config.put("path", "cars." + type);
        return new DataSource(source.name(), type, config);
    }

    private static DataOverride override(String field, @Nullable Object value) {
        return new DataOverride(field, value, "because");
    }

    private static EngineException refused(Desk desk, String field, Object value) {
        return failure(() -> desk.build(null, List.of(override(field, value)), Desk.cars()));
    }

    private static EngineException failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(EngineException.class, call);
    }
}
