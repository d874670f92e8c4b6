package io.futureos.studio.testkit.engine;

import static io.futureos.studio.testkit.engine.Refusals.assertAnsweredOrRefused;
import static io.futureos.studio.testkit.engine.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.engine.DataOrchestrator;
import io.futureos.studio.engine.DataOrchestrator.BuildRequest;
import io.futureos.studio.engine.DataOrchestrator.Fetched;
import io.futureos.studio.engine.DataOrchestrator.PinnedSource;
import io.futureos.studio.engine.DataOrchestrator.PreviewRequest;
import io.futureos.studio.engine.DataOrchestrator.SourceInfo;
import io.futureos.studio.engine.DataOrchestrator.TablePage;
import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.DataPackage.ColumnProfile;
import io.futureos.studio.engine.DataPackage.Table;
import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.DataOverride;
import io.futureos.studio.model.DataSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every data orchestrator promises. */
public abstract class DataOrchestratorContract extends WorkingEngineContract<DataOrchestrator> {

    /** Sources that can be fetched, the first one a table with months. */
    protected abstract List<DataSource> sources();

    /** A question that the sources can answer, with an as-of month that is not the last one of the first source. */
    protected abstract PredictionTask aTask();

    /** Another figure for a field of the first source that the task may know. */
    protected abstract DataOverride anOverride();

    @Override
    final List<Call<DataOrchestrator, ?>> calls() {
        return List.of(
                new Call<>(
                        "exploring",
                        new Wire.Configured(sources()),
                        (engine, asked, context) -> new Wire.Explored(engine.explore(asked.sources(), context))),
                new Call<>("the vocabulary", new Wire.Configured(sources()), (engine, asked, context) -> {
                    context.progress("listing", 0);
                    return new Wire.Vocabulary(engine.vocabulary(asked.sources()));
                }),
                new Call<>("fetching", sources().get(0), DataOrchestrator::fetch),
                new Call<>("building", request(anOverride()), DataOrchestrator::build),
                new Call<>("showing", new PreviewRequest(built(), null, 1, 3), DataOrchestrator::preview));
    }

    private BuildRequest request(DataOverride... overrides) {
        return new BuildRequest(pinned(), List.of(overrides), aTask());
    }

    private List<PinnedSource> pinned() {
        var pinned = new ArrayList<PinnedSource>();
        for (DataSource source : sources()) {
            pinned.add(new PinnedSource(source, engine().fetch(source, place()).raw()));
        }
        return pinned;
    }

    private DataPackage built(DataOverride... overrides) {
        return engine().build(request(overrides), place());
    }

    private static PredictionTask asOf(PredictionTask task, @Nullable String asOf) {
        return new PredictionTask(
                task.question(),
                task.targetVariable(),
                task.comparison(),
                task.threshold(),
                task.from(),
                task.to(),
                task.occasion(),
                asOf);
    }

    @Test
    void exploring_names_every_configured_source_as_configured() {
        List<SourceInfo> explored = engine().explore(sources(), context());

        assertThat(explored).allSatisfy(info -> assertThat(info.state()).isIn("configured", "available"));
        assertThat(explored)
                .filteredOn(info -> info.state().equals("configured"))
                .extracting(SourceInfo::name)
                .containsExactlyInAnyOrderElementsOf(
                        sources().stream().map(DataSource::name).toList());
    }

    @Test
    void what_the_vocabulary_promises_is_in_the_package() {
        assertThat(built().variables()).containsAll(engine().vocabulary(sources()));
        assertThat(engine().vocabulary(sources())).extracting(Variable::name).contains(aTask().targetVariable());
        assertThat(engine().vocabulary(List.of())).isEmpty();
    }

    @Test
    void a_fetch_keeps_the_bytes_as_they_came() {
        for (DataSource source : sources()) {
            RecordingContext context = context();
            Fetched fetched = engine().fetch(source, context);

            assertThat(fetched.source()).isEqualTo(source.name());
            assertThat(context.read(fetched.raw())).hasSize(Math.toIntExact(fetched.size()));
        }
    }

    @Test
    void a_source_of_a_type_that_nobody_knows_is_refused() {
        var strange = new DataSource("strange", "carrier_pigeon", Map.of());

        assertRefused("fetching", () -> engine().fetch(strange, context()));
        assertRefused("its vocabulary", () -> engine().vocabulary(List.of(strange)));
        assertRefused(
                "building",
                () -> engine().build(
                                new BuildRequest(
                                        List.of(new PinnedSource(strange, place().store(new byte[] {1}))),
                                        List.of(),
                                        null),
                                context()));
    }

    @Test
    void exploring_answers_whatever_is_configured_so_that_it_can_be_mended() {
        var strange = new DataSource("strange", "carrier_pigeon", Map.of("path", 7));

        assertThat(engine().explore(List.of(strange), context()))
                .extracting(SourceInfo::name)
                .contains("strange");
    }

    @Test
    void a_mistyped_configuration_is_understood_or_refused_but_never_breaks_the_orchestrator() {
        DataSource source = sources().get(0);
        DataOrchestrator engine = engine();
        BlobKey raw = engine.fetch(source, place()).raw();
        Variations.of(source.config(), (what, config) -> {
            var mistyped = new DataSource(source.name(), source.type(), config);
            var request = new BuildRequest(List.of(new PinnedSource(mistyped, raw)), List.of(), null);
            assertAnsweredOrRefused(what, () -> engine.build(request, context()));
            assertAnsweredOrRefused(what, () -> engine.vocabulary(List.of(mistyped)));
            assertAnsweredOrRefused(what, () -> engine.fetch(mistyped, context()));
        });
    }

    @Test
    void bytes_that_are_not_what_the_configuration_promises_are_understood_or_refused() {
        DataSource source = sources().get(0);
        byte[] good = place().read(engine().fetch(source, place()).raw());
        for (byte[] bytes : List.of(
                new byte[0],
                new byte[] {0},
                new byte[] {-1, -2, 0, 7},
                java.util.Arrays.copyOf(good, good.length / 2),
                new byte[200])) {
            var request = new BuildRequest(List.of(new PinnedSource(source, place().store(bytes))), List.of(), null);
            assertAnsweredOrRefused(bytes.length + " bytes", () -> engine().build(request, context()));
        }
    }

    @Test
    void the_tables_and_variables_have_names_of_their_own_and_fit_each_other() {
        DataPackage data = built();

        assertThat(data.tables()).extracting(Table::name).doesNotHaveDuplicates();
        assertThat(data.variables()).extracting(Variable::name).doesNotHaveDuplicates();
        for (Variable variable : data.variables()) {
            if (variable.table() != null) {
                assertThat(data.table(variable.table())).as(variable.name()).isPresent();
            }
        }
        assertThat(data.sources())
                .extracting(DataPackage.SourceNote::name)
                .containsExactlyInAnyOrderElementsOf(
                        sources().stream().map(DataSource::name).toList());
    }

    @Test
    void the_quantiles_of_a_column_are_in_order() {
        for (Table table : built().tables()) {
            for (ColumnProfile column : table.columns()) {
                assertThat(column.quantiles()).isSorted();
                assertThat(column.quantiles().size()).isIn(0, 5);
                assertThat(column.missing()).isBetween(0L, table.rows());
            }
        }
    }

    @Test
    void an_override_changes_the_fingerprint_and_without_it_it_is_what_it_was() {
        assertThat(built(anOverride()).content()).isNotEqualTo(built().content());
        assertThat(built().content()).isEqualTo(built().content());
    }

    @Test
    void the_fingerprint_follows_the_figures_and_not_the_reasons_or_the_question() {
        DataOverride override = anOverride();
        var otherReason = new DataOverride(override.field(), override.value(), "quite another reason");
        PredictionTask task = aTask();
        var otherQuestion = new PredictionTask(
                "Asked in other words?",
                task.targetVariable(),
                task.comparison(),
                task.threshold() / 2,
                task.from(),
                task.to(),
                task.occasion(),
                task.asOf());

        assertThat(built(otherReason).content()).isEqualTo(built(override).content());
        assertThat(engine().build(new BuildRequest(pinned(), List.of(), otherQuestion), context())
                        .content())
                .isEqualTo(built().content());
    }

    @Test
    void what_became_of_an_override_is_told() {
        DataOverride override = anOverride();

        assertThat(built(override).overrides()).singleElement().satisfies(note -> {
            assertThat(note.field()).isEqualTo(override.field());
            assertThat(note.value()).isEqualTo(override.value());
            assertThat(note.reason()).isEqualTo(override.reason());
            assertThat(note.original()).isNotEqualTo(override.value());
            assertThat(note.orphaned()).isFalse();
        });
    }

    @Test
    void an_override_that_makes_no_sense_is_told_or_refused() {
        for (String field :
                List.of("", "x", "unheard.of[1]", "=1+1", anOverride().field() + "x")) {
            assertAnsweredOrRefused(field, () -> built(new DataOverride(field, 1, "why not")));
        }
        assertAnsweredOrRefused(
                "text", () -> built(new DataOverride(anOverride().field(), "x", "why not")));
        assertAnsweredOrRefused(
                "a list", () -> built(new DataOverride(anOverride().field(), List.of(), "why not")));
        assertAnsweredOrRefused(
                "nothing", () -> built(new DataOverride(anOverride().field(), null, "why not")));
        assertAnsweredOrRefused("twice", () -> built(anOverride(), anOverride()));
    }

    @Test
    void nothing_after_the_as_of_month_is_known() {
        DataPackage all = engine().build(new BuildRequest(pinned(), List.of(), asOf(aTask(), null)), place());
        DataPackage known = built();

        assertThat(YearMonth.parse(Objects.requireNonNull(known.asOf())))
                .isBeforeOrEqualTo(YearMonth.parse(Objects.requireNonNull(aTask().asOf())))
                .isBefore(YearMonth.parse(Objects.requireNonNull(all.asOf())));
        assertThat(known.tables().get(0).rows())
                .isEqualTo(all.tables().get(0).rows() - known.sources().get(0).rowsAfterAsOf());
        assertThat(known.content()).isNotEqualTo(all.content());
        assertThat(rows(known).toString()).doesNotContain(Objects.requireNonNull(all.asOf()));
    }

    @Test
    void the_pages_of_a_table_are_the_table() {
        DataPackage data = built();
        for (Table table : data.tables()) {
            TablePage first = page(data, table.name(), 0, 3);
            TablePage second = page(data, table.name(), 3, 3);
            TablePage both = page(data, table.name(), 0, 6);

            assertThat(both.columns())
                    .isEqualTo(table.columns().stream().map(ColumnProfile::name).toList());
            assertThat(both.totalRows()).isEqualTo(table.rows());
            assertThat(both.rows()).allSatisfy(row -> assertThat(row).hasSameSizeAs(both.columns()));
            var joined = new ArrayList<>(first.rows());
            joined.addAll(second.rows());
            assertThat(joined).isEqualTo(both.rows());
            assertThat(page(data, table.name(), table.rows(), 3).rows()).isEmpty();
        }
    }

    @Test
    void a_page_without_a_table_is_of_the_first_and_shows_what_was_overridden() {
        DataPackage data = built(anOverride());

        TablePage page = page(data, null, 0, 1000);

        assertThat(page.table()).isEqualTo(data.tables().get(0).name());
        assertThat(page.overridden()).containsExactly(anOverride().field());
    }

    @Test
    void a_page_that_cannot_be_is_refused() {
        DataPackage data = built();

        assertRefused("another table", () -> page(data, "unheard_of", 0, 3));
        assertRefused("before the first row", () -> page(data, null, -1, 3));
        assertRefused("no rows", () -> page(data, null, 0, 0));
        assertRefused("fewer than no rows", () -> page(data, null, 0, -1));
    }

    private TablePage page(DataPackage data, @Nullable String table, long offset, int limit) {
        return engine().preview(new PreviewRequest(data, table, offset, limit), context());
    }

    private List<List<@Nullable Object>> rows(DataPackage data) {
        return page(data, null, 0, 1000).rows();
    }
}
