package io.futureos.studio.engines.local.series;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RuleOfSuccessionTest {

    @Test
    void what_has_lasted_lasts_as_long_again_with_even_odds() {
        assertThat(RuleOfSuccession.monthsMore(23, 0.499)).isEqualTo(23);
        assertThat(RuleOfSuccession.monthsMore(23, 0.501)).isEqualTo(24);
    }

    @Test
    void it_may_end_at_once_or_never() {
        assertThat(RuleOfSuccession.monthsMore(23, 0)).isZero();
        assertThat(RuleOfSuccession.monthsMore(23, Math.nextDown(1.0))).isEqualTo(Integer.MAX_VALUE);
    }
}
