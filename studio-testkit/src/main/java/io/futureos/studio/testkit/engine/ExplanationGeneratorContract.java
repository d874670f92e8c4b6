package io.futureos.studio.testkit.engine;

import static io.futureos.studio.testkit.engine.Refusals.assertRefused;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.engine.DataPackage.SourceNote;
import io.futureos.studio.engine.EnsembleAggregator.Quantiles;
import io.futureos.studio.engine.EnsembleAggregator.ReasonerMember;
import io.futureos.studio.engine.ExplanationGenerator;
import io.futureos.studio.engine.ExplanationGenerator.Candidate;
import io.futureos.studio.engine.ExplanationGenerator.CompareRequest;
import io.futureos.studio.engine.ExplanationGenerator.Request;
import io.futureos.studio.engine.ExplanationGenerator.ScenarioResult;
import io.futureos.studio.engine.ExplanationGenerator.StoredRun;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.Reasoner.Line;
import io.futureos.studio.engine.Reasoner.Move;
import io.futureos.studio.engine.Reasoner.Reasoning;
import io.futureos.studio.engine.ScenarioComparison;
import io.futureos.studio.engine.ScenarioComparison.Pair;
import io.futureos.studio.engine.SimulationEngine.Outcome;
import io.futureos.studio.model.ReportConfig;
import io.futureos.studio.report.ReportContent;
import io.futureos.studio.report.ReportSection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every explanation generator promises. */
public abstract class ExplanationGeneratorContract extends WorkingEngineContract<ExplanationGenerator> {

    private static final Pattern TAG = Pattern.compile("<(/?[a-zA-Z!?][^>]*)>");
    private static final String ALLOWED =
            "/?(h[3-6]|p|ul|ol|li|table|thead|tbody|tfoot|tr|th|td|caption|strong|em|sup|sub|code|blockquote)"
                    + "|/a|a href=\"https://[^\"]*\"";

    /** A request with at least one scenario and the standard configuration. */
    protected abstract Request aRequest();

    @Override
    final List<Call<ExplanationGenerator, ?>> calls() {
        return List.of(
                new Call<>("a report", aRequest(), ExplanationGenerator::explain),
                new Call<>("a comparison", aComparison(), ExplanationGenerator::compare));
    }

    /** The request's first scenario, once as it is, once with all months a little higher, and once without a run. */
    private CompareRequest aComparison() {
        Request request = aRequest();
        return comparison(
                request,
                List.of(
                        candidate(request, "as it is", 1, "the same"),
                        candidate(request, "higher", 1.01, "the same"),
                        new Candidate("not run", Map.of(), Map.of(), List.of(), false, null)));
    }

    private static CompareRequest comparison(Request request, List<Candidate> scenarios) {
        return new CompareRequest(request.task(), request.data(), Map.of("data", "the same"), Map.of(), scenarios);
    }

    /** A run whose replicates are the quantiles of the request's forecast, times a factor. */
    private static Candidate candidate(Request request, String name, double factor, String data) {
        ScenarioResult first = request.scenarios().get(0);
        List<Quantiles> months = first.forecast().periods();
        var paths = new ArrayList<List<Double>>();
        for (Function<Quantiles, Double> level : LEVELS) {
            paths.add(months.stream().map(month -> factor * level.apply(month)).toList());
        }
        var outcome =
                new Outcome(months.stream().map(Quantiles::period).toList(), paths, List.of(), Map.of(), List.of());
        return new Candidate(
                name,
                Map.of(),
                Map.of(),
                List.of(),
                false,
                new StoredRun(Map.of("data", data), first.simulation(), outcome, first.forecast()));
    }

    private static final List<Function<Quantiles, Double>> LEVELS = List.of(
            Quantiles::q05,
            Quantiles::q10,
            Quantiles::q25,
            Quantiles::q50,
            Quantiles::q75,
            Quantiles::q90,
            Quantiles::q95);

    private ScenarioComparison compared(CompareRequest request) {
        return engine().compare(request, context());
    }

    @Test
    void a_comparison_has_a_standing_for_each_scenario_and_a_pair_for_each_but_the_first() {
        ScenarioComparison comparison = compared(aComparison());

        assertThat(comparison.quantity()).isNotBlank();
        assertThat(comparison.standings()).hasSize(3);
        assertThat(comparison.pairs()).extracting(Pair::scenario).containsExactly(1, 2);
        assertThat(comparison.standings().get(0).eventProbability())
                .isEqualTo(aRequest().scenarios().get(0).forecast().eventProbability());
    }

    @Test
    void a_scenario_without_a_run_is_said_to_have_none_and_fails_nothing() {
        ScenarioComparison comparison = compared(aComparison());

        assertThat(comparison.standings().get(2).eventProbability()).isNull();
        assertThat(comparison.standings().get(2).notes()).isNotEmpty();
        assertThat(comparison.pairs().get(1).probabilityDifference()).isNull();
    }

    @Test
    void runs_with_the_same_basis_are_paired_and_others_are_not() {
        Request request = aRequest();
        ScenarioComparison comparison = compared(comparison(
                request,
                List.of(
                        candidate(request, "as it is", 1, "the same"),
                        candidate(request, "higher", 1.01, "the same"),
                        candidate(request, "from other data", 1, "another"))));

        assertThat(comparison.pairs()).extracting(Pair::paired).containsExactly(true, false);
    }

    @Test
    void a_comparison_of_nothing_is_refused() {
        assertRefused("no scenarios", () -> compared(comparison(aRequest(), List.of())));
    }

    private ReportContent explained(Request request) {
        return engine().explain(request, context());
    }

    private static Request configured(Request request, List<String> sections, boolean charts, boolean methodology) {
        ReportConfig config = request.config();
        return changed(
                request,
                request.projectName(),
                request.scenarios(),
                new ReportConfig(config.template(), sections, config.branding(), charts, methodology));
    }

    private static Request changed(
            Request request, String projectName, List<ScenarioResult> scenarios, ReportConfig config) {
        return new Request(
                projectName,
                request.task(),
                request.data(),
                request.population(),
                request.graph(),
                scenarios,
                config,
                request.engines());
    }

    private List<String> written(Request request) {
        return explained(request).sections().stream().map(ReportSection::type).toList();
    }

    @Test
    void it_writes_each_of_its_section_types_alone() {
        assertThat(engine().sectionTypes()).isNotEmpty().doesNotHaveDuplicates();
        for (String type : engine().sectionTypes()) {
            assertThat(written(configured(aRequest(), List.of(type), true, true)))
                    .containsExactly(type);
        }
    }

    @Test
    void the_chosen_sections_come_in_the_chosen_order() {
        var backwards = new ArrayList<>(engine().sectionTypes());
        Collections.reverse(backwards);

        assertThat(written(configured(aRequest(), backwards, true, true))).isEqualTo(backwards);
    }

    @Test
    void without_a_choice_it_writes_sections_of_its_own_types() {
        assertThat(written(aRequest())).isNotEmpty().isSubsetOf(engine().sectionTypes());
    }

    @Test
    void a_section_that_nobody_can_write_is_refused() {
        assertRefused("a section type", () -> explained(configured(aRequest(), List.of("unheard_of"), true, true)));
    }

    @Test
    void a_report_without_scenarios_is_refused() {
        Request request = aRequest();

        assertRefused(
                "no scenarios", () -> explained(changed(request, request.projectName(), List.of(), request.config())));
    }

    @Test
    void a_target_that_the_data_does_not_have_is_refused() {
        Request request = aRequest();
        PredictionTask task = request.task();
        var unknown = new PredictionTask(
                task.question(),
                "unheard_of",
                task.comparison(),
                task.threshold(),
                task.from(),
                task.to(),
                task.occasion(),
                task.asOf());

        assertRefused(
                "another target",
                () -> explained(new Request(
                        request.projectName(),
                        unknown,
                        request.data(),
                        request.population(),
                        request.graph(),
                        request.scenarios(),
                        request.config(),
                        request.engines())));
    }

    @Test
    void without_charts_there_are_none_and_without_methodology_there_is_none() {
        ReportContent bare = explained(configured(aRequest(), List.of(), false, false));

        assertThat(bare.sections())
                .allSatisfy(section -> assertThat(section.charts()).isEmpty());
        assertThat(bare.appendix().methodology()).isEmpty();
    }

    @Test
    void the_sources_are_cited_and_the_caveats_of_data_and_population_said_once() {
        Request request = aRequest();
        ReportContent report = explained(request);

        for (SourceNote source : request.data().sources()) {
            assertThat(report.appendix().dataSources())
                    .as("who cites %s", source.name())
                    .anyMatch(citation -> citation.contains(source.citation()));
        }
        Stream.concat(request.data().caveats().stream(), request.population().caveats().stream())
                .distinct()
                .forEach(caveat ->
                        assertThat(timesSaid(caveat, report)).as(caveat).isOne());
    }

    private static int timesSaid(String sentence, ReportContent report) {
        String text = report.sections().stream()
                .map(section -> section.contentHtml()
                        .replaceAll("<[^>]*>", " ")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&#39;", "'")
                        .replace("&amp;", "&"))
                .collect(joining(" "));
        int inSections = (text.length() - text.replace(sentence, "").length()) / sentence.length();
        return inSections + Collections.frequency(report.appendix().caveats(), sentence);
    }

    @Test
    void what_people_wrote_is_text_and_never_markup() {
        String attack = "<script>alert(1)</script><img src=x onerror=alert(1)>&amp;\"'";
        Request request = aRequest();
        ScenarioResult first = request.scenarios().get(0);
        var move = new Move(1, attack, 0, 1);
        var reasoning = new Reasoning(
                0.5, List.of(attack), List.of(attack), List.of(new Line(List.of(move), 0.5, 0.6, 0.1)), List.of());
        var named = new ScenarioResult(
                attack,
                attack,
                first.variableOverrides(),
                first.populationAdjustments(),
                first.shocks(),
                first.simulation(),
                first.forecast(),
                List.of(new ReasonerMember(attack, reasoning)));
        ReportContent report = explained(changed(request, attack, List.of(named), request.config()));

        assertThat(report.title()).isEqualTo(attack);
        report.sections().forEach(section -> assertAllowed(section.contentHtml()));
        assertAllowed(report.appendix().methodology());
    }

    @Test
    void the_html_is_what_a_section_may_hold() {
        ReportContent report = explained(aRequest());

        report.sections().forEach(section -> assertAllowed(section.contentHtml()));
        assertAllowed(report.appendix().methodology());
    }

    @Test
    void what_is_bound_to_an_origin_is_printed() {
        for (ReportSection section : explained(aRequest()).sections()) {
            assertThat(section.numbers())
                    .allSatisfy(number -> assertThat(section.contentHtml().replaceAll("<[^>]*>", ""))
                            .as(section.type())
                            .contains(number.text().replace("&", "&amp;").replace("<", "&lt;")));
        }
    }

    private static void assertAllowed(String html) {
        Matcher tags = TAG.matcher(html);
        while (tags.find()) {
            assertThat(tags.group(1).strip()).as("a tag of %s", html).matches(ALLOWED);
        }
    }
}
