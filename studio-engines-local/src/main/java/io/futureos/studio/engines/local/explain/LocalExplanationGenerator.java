package io.futureos.studio.engines.local.explain;

import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.ExplanationGenerator;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.ScenarioComparison;
import io.futureos.studio.engines.local.compare.Comparer;
import io.futureos.studio.engines.local.series.MonthlySeries;
import io.futureos.studio.engines.local.series.Months;
import io.futureos.studio.engines.local.series.RecentTables;
import io.futureos.studio.engines.local.series.SeriesReader;
import io.futureos.studio.engines.local.series.TableSource;
import io.futureos.studio.report.ReportContent;
import io.futureos.studio.report.ReportSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes reports in English. Each figure comes from the request or the package's tables. Stateless. */
public final class LocalExplanationGenerator implements ExplanationGenerator {

    private final TableSource tables;

    public LocalExplanationGenerator() {
        this(new RecentTables());
    }

    /** One that gets its tables here, as others may too. */
    public LocalExplanationGenerator(TableSource tables) {
        this.tables = tables;
    }

    @Override
    public Provenance provenance() {
        return new Provenance("local explanation generator", "1");
    }

    @Override
    public List<String> sectionTypes() {
        return Outline.types();
    }

    /** @throws EngineException {@code section_unknown}, {@code no_scenarios} or {@code no_forecast} */
    @Override
    public ReportContent explain(Request request, EngineContext context) {
        List<Section> outline = Outline.sections(request.config(), request.resolved() != null);
        context.progress("Reading the history", 0);
        Findings findings = findings(request, context);
        List<ReportSection> sections = new ArrayList<>();
        for (Section section : outline) {
            context.progress("Writing the section on " + section.type(), (double) sections.size() / outline.size());
            ReportSection written = section.write(findings);
            sections.add(request.config().includeCharts() ? written : written.withoutCharts());
        }
        context.progress("Report written", 1);
        Set<String> types = sections.stream().map(ReportSection::type).collect(Collectors.toSet());
        return new ReportContent(title(request), sections, Appendix.write(findings, types));
    }

    private Findings findings(Request request, EngineContext context) {
        if (request.scenarios().isEmpty()) {
            throw new EngineException(
                    "no_scenarios", "A report needs the result of at least one scenario, but none was run.");
        }
        for (ScenarioResult scenario : request.scenarios()) {
            if (scenario.forecast().periods().isEmpty()) {
                throw new EngineException(
                        "no_forecast",
                        "The scenario \"" + scenario.name() + "\" has no month in its forecast; run it.");
            }
        }
        SeriesReader reader = new SeriesReader(request.data(), tables, context);
        PredictionTask task = request.task();
        Variable target = reader.variable(task.targetVariable());
        MonthlySeries history = reader.series(target);
        String asOf = task.asOf();
        return new Findings(request, target, asOf == null ? history : history.upTo(Months.number(asOf)));
    }

    @Override
    public ScenarioComparison compare(CompareRequest request, EngineContext context) {
        return new Comparer(tables).compare(request, context);
    }

    private static String title(Request request) {
        return request.projectName().isBlank() ? request.task().question() : request.projectName();
    }
}
