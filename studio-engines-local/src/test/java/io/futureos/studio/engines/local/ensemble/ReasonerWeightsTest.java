package io.futureos.studio.engines.local.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.futureos.studio.engine.EnsembleAggregator.ReasonerMember;
import io.futureos.studio.engine.Reasoner.PastProbability;
import io.futureos.studio.engine.Reasoner.Reasoning;
import io.futureos.studio.engines.local.data.BlobsInMemory;
import io.futureos.studio.engines.local.series.Months;
import io.futureos.studio.engines.local.series.Packages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class ReasonerWeightsTest {

    private static final int FIRST = 2017 * 12;
    private static final int MONTHS = 40;
    private final Packages coin =
            Packages.share(IntStream.range(0, MONTHS).mapToDouble(i -> i % 2).toArray());

    @Property(tries = 200)
    void the_pooled_probability_lies_within_those_of_the_members(
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double ofPaths,
            @ForAll @Size(min = 1, max = 4) List<@DoubleRange(min = 0.01, max = 0.99) Double> said) {
        List<ReasonerMember> skilled = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            skilled.add(skilled("reasoner " + i, said.get(i), 1));
        }

        double pooled = weights(skilled).pooled(ofPaths, 2000);

        assertThat(pooled)
                .isBetween(
                        all(ofPaths, said).min().orElseThrow() - 1e-12,
                        all(ofPaths, said).max().orElseThrow() + 1e-12);
    }

    private static DoubleStream all(double ofPaths, List<Double> said) {
        return DoubleStream.concat(DoubleStream.of(ofPaths), said.stream().mapToDouble(x -> x));
    }

    @Example
    void what_was_said_at_one_origin_counts_for_less_than_what_was_said_at_many() {
        double many = weights(List.of(skilled("many", 0.9, 1))).weights().get(0).weight();
        double one =
                weights(List.of(skilled("one", 0.9, MONTHS))).weights().get(0).weight();

        assertThat(many).isCloseTo(0.5 * 0.96 * 20 / 28, within(1e-6)); // half the skill of 1 - 0.01 / 0.25
        assertThat(one).isCloseTo(0.5 * 0.96 / 9, within(1e-6));
    }

    @Example
    void a_brier_score_comes_with_what_was_scored_and_how_often_it_came_true() {
        assertThat(weights(List.of(skilled("many", 0.9, 1))).weights().get(0).reason())
                .endsWith(
                        "Brier score 0.010 against 0.250 for the base rate in 20 past cases from 20 origins, in 50 % of which"
                                + " the month's share was above the threshold asked about");
    }

    private ReasonerWeights weights(List<ReasonerMember> reasoners) {
        var task = coin.question(0.5, 12);
        return new ReasonerWeights(task, Target.read(coin.data(), task, coin.tables(), new BlobsInMemory()), reasoners);
    }

    /** A reasoner that gave 90 per cent to what happened in the last 20 months, speaking up every {@code step} months. */
    private static ReasonerMember skilled(String name, double probability, int step) {
        List<PastProbability> past = IntStream.range(MONTHS - 20, MONTHS)
                .mapToObj(i -> new PastProbability(
                        Months.text(FIRST + i - 1 - (i - (MONTHS - 20)) % step),
                        Months.text(FIRST + i),
                        0.5,
                        i % 2 == 1 ? 0.9 : 0.1))
                .toList();
        return new ReasonerMember(name, new Reasoning(probability, List.of(), List.of(), List.of(), past));
    }
}
