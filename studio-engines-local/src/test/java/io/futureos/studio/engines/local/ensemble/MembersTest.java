package io.futureos.studio.engines.local.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.engine.EnsembleAggregator.Member;
import io.futureos.studio.engine.EnsembleAggregator.MemberWeight;
import io.futureos.studio.engine.EnsembleAggregator.Request;
import io.futureos.studio.engines.local.data.BlobsInMemory;
import io.futureos.studio.engines.local.series.Packages;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MembersTest {

    private static final double[] RISING = rising(48);

    private static double[] rising(int months) {
        double[] values = new double[months];
        Arrays.setAll(values, i -> 0.1 + 0.01 * i + (i % 5) * 0.004);
        return values;
    }

    private static final Packages DATA = Packages.share(RISING);
    private static final LocalEnsembleAggregator AGGREGATOR = new LocalEnsembleAggregator(DATA.tables());

    private static Request request(List<Member> members) {
        return new Request(DATA.question(0.6, 6), DATA.data(), members, List.of(), List.of(), List.of(), 6, 7);
    }

    @Test
    void whoever_would_be_pooled_can_be_asked_alone() {
        Member outside = new Member("outside", List.of(Collections.nCopies(6, 0.5)), List.of());

        List<Member> members = AGGREGATOR.members(request(List.of(outside)), new BlobsInMemory());

        assertThat(members).contains(outside);
        assertThat(members)
                .extracting(Member::name)
                .isEqualTo(AGGREGATOR.aggregate(request(List.of(outside)), new BlobsInMemory()).members().stream()
                        .map(MemberWeight::name)
                        .toList());
        assertThat(members).allSatisfy(member -> assertThat(member.paths()).allMatch(path -> path.size() == 6));
    }

    @Test
    void asked_again_it_says_the_same() {
        assertThat(AGGREGATOR.members(request(List.of()), new BlobsInMemory()))
                .isEqualTo(AGGREGATOR.members(request(List.of()), new BlobsInMemory()));
    }
}
