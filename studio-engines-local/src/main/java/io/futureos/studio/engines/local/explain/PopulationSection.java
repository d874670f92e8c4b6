package io.futureos.studio.engines.local.explain;

import io.futureos.studio.engine.Population;
import io.futureos.studio.engine.Population.Archetype;
import io.futureos.studio.engine.Population.Dimension;
import io.futureos.studio.engine.Population.MarginFit;
import io.futureos.studio.report.Chart;
import io.futureos.studio.report.Origin;
import io.futureos.studio.report.Origin.Kind;
import io.futureos.studio.report.ReportSection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The synthetic households: who they are, how they are joined, and how well they fit the published figures. */
final class PopulationSection implements Section {

    private static final Origin POPULATION = Origin.of(Kind.POPULATION);

    @Override
    public String type() {
        return "population";
    }

    @Override
    public ReportSection write(Findings findings) {
        Population population = findings.request().population();
        Html html = new Html()
                .p(
                        "{} synthetic households stand for all. Of each is known: {}.",
                        Figure.at(population.size(), POPULATION.at("size")).count(),
                        Phrase.list(dimensions(population)
                                .map(PopulationSection::label)
                                .toList()))
                .p(
                        "A household has {} neighbours on average. Neighbours of a household know each other with a probability"
                                + " of {}, and like joins like with an assortativity of {}, where 0 is chance.",
                        network(population.network().meanDegree(), "mean_degree")
                                .as("%.1f"),
                        network(population.network().clustering(), "clustering").as("%.2f"),
                        network(population.network().homophily(), "homophily").as("%.2f"));
        archetypes(population, html);
        fit(population, html);
        return html.section(
                "The synthetic population",
                type(),
                dimensions(population)
                        .filter(placed -> !isEven(placed.dimension))
                        .map(PopulationSection::chart)
                        .toList());
    }

    /** A dimension with its place in the population. */
    private record Placed(Dimension dimension, Origin origin) {}

    private static Stream<Placed> dimensions(Population population) {
        return IntStream.range(0, population.dimensions().size())
                .mapToObj(i -> new Placed(population.dimensions().get(i), POPULATION.at("dimensions", i)));
    }

    private static Phrase label(Placed placed) {
        return Phrase.quoted(placed.dimension.label(), placed.origin.at("label"));
    }

    private static Figure network(double value, String field) {
        return Figure.at(value, POPULATION.at("network", field));
    }

    private static void archetypes(Population population, Html html) {
        if (population.archetypes().isEmpty()) {
            return;
        }
        List<List<Phrase>> rows = new ArrayList<>();
        for (int i = 0; i < population.archetypes().size(); i++) {
            Archetype archetype = population.archetypes().get(i);
            Origin origin = POPULATION.at("archetypes", i);
            rows.add(List.of(
                    Phrase.quoted(archetype.name(), origin.at("name")),
                    Figure.at(archetype.share(), origin.at("share")).percent(),
                    traits(population, archetype.traits(), origin.at("traits"))));
        }
        html.h3("Archetypes").table(List.of("Who belongs to it", "Households", "Typical household"), rows);
    }

    private static Phrase traits(Population population, Map<String, Object> traits, Origin origin) {
        return Phrase.join(
                "; ",
                traits.entrySet().stream()
                        .map(trait -> Phrase.say(
                                "{}: {}",
                                dimensions(population)
                                        .filter(placed ->
                                                placed.dimension.name().equals(trait.getKey()))
                                        .map(PopulationSection::label)
                                        .findFirst()
                                        .orElseGet(() -> OpenText.name(trait.getKey(), origin.at(trait.getKey()))),
                                OpenText.of(trait.getValue(), origin.at(trait.getKey()))))
                        .toList());
    }

    private static void fit(Population population, Html html) {
        Population.Fit fit = population.fit();
        Origin origin = POPULATION.at("fit");
        html.h3("Fit to the published figures")
                .p(
                        "After {} sweeps of proportional fitting the worst cell of any margin is off by {} of the households.",
                        Figure.at(fit.sweeps(), origin.at("sweeps")).count(),
                        points(Figure.at(fit.worst(), origin.at("worst"))));
        if (fit.margins().isEmpty()) {
            return;
        }
        List<List<Phrase>> rows = new ArrayList<>();
        for (int i = 0; i < fit.margins().size(); i++) {
            MarginFit margin = fit.margins().get(i);
            Origin at = origin.at("margins", i);
            rows.add(List.of(
                    Phrase.quoted(margin.margin(), at.at("margin")),
                    points(Figure.at(margin.fitted(), at.at("fitted"))),
                    points(Figure.at(margin.integerised(), at.at("integerised")))));
        }
        html.table(List.of("Margin", "Largest error as fitted", "Largest error in whole households"), rows);
    }

    private static Phrase points(Figure share) {
        return share.printed(
                Math.abs(share.value()) < 0.00005 ? "less than 0.01 %" : Words.format("%.2f %%", 100 * share.value()));
    }

    /** Deciles, for example, of which a chart tells nothing. */
    private static boolean isEven(Dimension dimension) {
        return dimension.categories().isEmpty()
                || Collections.max(dimension.shares()) - Collections.min(dimension.shares()) < 0.01;
    }

    private static Chart chart(Placed placed) {
        Dimension dimension = placed.dimension;
        int largest = dimension.shares().indexOf(Collections.max(dimension.shares()));
        Phrase title = Phrase.say(
                "{}: \"{}\" is most frequent, with {} of the households",
                label(placed).capital(),
                OpenText.name(dimension.categories().get(largest), placed.origin.at("categories", largest)),
                Figure.at(dimension.shares().get(largest), placed.origin.at("shares", largest))
                        .percent());
        return new Chart(
                "bar",
                Charts.bar(
                        dimension.categories().stream()
                                .map(category -> category.replace('_', ' '))
                                .toList(),
                        List.of(Charts.series("Households", List.copyOf(dimension.shares())))),
                Charts.config(
                        title,
                        Phrase.say("Bar chart of households by {}. {}.", label(placed), title),
                        "share",
                        "x_label",
                        dimension.label(),
                        "y_label",
                        "share of households",
                        "min",
                        0));
    }
}
