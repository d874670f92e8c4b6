package io.futureos.studio.engines.local.explain;

import io.futureos.studio.engine.Population;
import io.futureos.studio.engine.Population.Archetype;
import io.futureos.studio.engine.Population.Dimension;
import io.futureos.studio.report.Chart;
import io.futureos.studio.report.ReportSection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The synthetic households: who they are, how they are joined, and how well they fit the published figures. */
final class PopulationSection implements Section {

    @Override
    public String type() {
        return "population";
    }

    @Override
    public ReportSection write(Findings findings) {
        Population population = findings.request().population();
        Html html = new Html()
                .p(Words.format("%,d", population.size()) + " synthetic households stand for all. Each has "
                        + Words.list(population.dimensions().stream()
                                .map(Dimension::label)
                                .toList())
                        + ".")
                .p(Words.format(
                        "A household has %.1f neighbours on average. Neighbours of a household know each other with a"
                                + " probability of %.2f, and like joins like with an assortativity of %.2f, where 0 is"
                                + " chance.",
                        population.network().meanDegree(),
                        population.network().clustering(),
                        population.network().homophily()));
        archetypes(population, html);
        fit(population, html);
        return new ReportSection(
                "The synthetic population",
                type(),
                html.toString(),
                population.dimensions().stream()
                        .filter(dimension -> !dimension.categories().isEmpty())
                        .map(PopulationSection::chart)
                        .toList());
    }

    private static void archetypes(Population population, Html html) {
        if (population.archetypes().isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (Archetype archetype : population.archetypes()) {
            rows.add(List.of(archetype.name(), Words.percent(archetype.share()), traits(archetype.traits())));
        }
        html.h3("Archetypes").table(List.of("Who belongs to it", "Households", "Typical household"), rows);
    }

    private static String traits(Map<String, Object> traits) {
        return String.join(
                "; ",
                traits.entrySet().stream()
                        .map(trait -> OpenText.name(trait.getKey()) + ": " + OpenText.of(trait.getValue()))
                        .toList());
    }

    private static void fit(Population population, Html html) {
        Population.Fit fit = population.fit();
        html.h3("Fit to the published figures")
                .p("After " + fit.sweeps()
                        + " sweeps of proportional fitting the worst cell of any margin is off by "
                        + points(fit.worst()) + " of the households.");
        if (!fit.margins().isEmpty()) {
            html.table(
                    List.of("Margin", "Largest error as fitted", "Largest error in whole households"),
                    fit.margins().stream()
                            .map(margin ->
                                    List.of(margin.margin(), points(margin.fitted()), points(margin.integerised())))
                            .toList());
        }
    }

    private static String points(double share) {
        return Math.abs(share) < 0.00005 ? "less than 0.01 %" : Words.format("%.2f %%", 100 * share);
    }

    private static Chart chart(Dimension dimension) {
        int largest = dimension.shares().indexOf(Collections.max(dimension.shares()));
        String finding = Words.capital(dimension.label()) + ": \""
                + dimension.categories().get(largest)
                + "\" is most frequent, with "
                + Words.percent(dimension.shares().get(largest)) + " of the households";
        boolean even = Collections.max(dimension.shares()) - Collections.min(dimension.shares()) < 0.01;
        String title = even ? "Households are spread evenly over " + dimension.label() : finding;
        return new Chart(
                "bar",
                Charts.bar(
                        dimension.categories(), List.of(Charts.series("Households", List.copyOf(dimension.shares())))),
                Charts.config(
                        title,
                        "Bar chart of households by " + dimension.label() + ". " + title + ".",
                        "share",
                        "x_label",
                        dimension.label(),
                        "y_label",
                        "share of households",
                        "min",
                        0));
    }
}
