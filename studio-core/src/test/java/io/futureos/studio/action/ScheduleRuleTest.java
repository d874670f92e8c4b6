package io.futureos.studio.action;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScheduleRuleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "daily",
                "weekly",
                "monthly",
                "R/2026-01-05T08:00:00Z/P1W",
                "R12/2026-01-05T08:00:00+01:00/P1M",
                "R1/2026-01-05T08:00/PT12H",
                "R/2026-01-05T08:00/PT1M",
                "R/2026-01-05T08:00/PT60S",
                "R/2026-01-05T08:00/P1DT1S",
                "R/2028-02-29T00:00:00.5Z/P1Y2M3DT4H5M6S"
            })
    void these_are_frequencies(String text) {
        assertThat(ScheduleRule.FREQUENCY.problem(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Daily",
                "hourly",
                "P1W",
                "R/P1W",
                "R-1/2026-01-05T08:00:00Z/P1W",
                "R1234567/2026-01-05T08:00:00Z/P1W",
                "R/2026-01-05/P1W",
                "R/2026-02-30T08:00:00Z/P1W",
                "R/2026-01-05T25:00:00Z/P1W",
                "R/2026-01-05T08:00:00Z[Europe/Oslo]/P1W",
                "R/2026-01-05T08:00:00Z/P",
                "R/2026-01-05T08:00:00Z/P1DT",
                "R/2026-01-05T08:00:00Z/P0D",
                "R/2026-01-05T08:00:00Z/PT0H0M",
                "R/2026-01-05T08:00:00Z/-P1W",
                "R/2026-01-05T08:00:00Z/P-1W",
                "R/2026-01-05T08:00:00Z/P1W/extra",
                "R/2026-01-05T08:00:00Z/P1W\n"
            })
    void these_are_no_frequencies(String text) {
        assertThat(ScheduleRule.FREQUENCY.problem(text)).isPresent();
    }

    @Test
    void a_frequency_that_never_comes_due_is_told_so() {
        assertThat(ScheduleRule.FREQUENCY.problem("R0/2026-01-05T08:00/P1D"))
                .contains("is the text \"R0/2026-01-05T08:00/P1D\", which never comes due");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "PT59S", "P0DT0H59S"})
    void a_frequency_that_nobody_can_want_is_told_so(String period) {
        assertThat(ScheduleRule.FREQUENCY.problem("R/2026-01-05T08:00/" + period))
                .hasValueSatisfying(
                        problem -> assertThat(problem).endsWith(", which comes due more often than once a minute"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"00:00", "08:00", "19:59", "23:59"})
    void these_are_times_of_day(String text) {
        assertThat(ScheduleRule.TIME.problem(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8:00", "24:00", "08:60", "08:00:00", "08.00", "0800", "٠٨:٠٠", "08:00\n"})
    void these_are_no_times_of_day(String text) {
        assertThat(ScheduleRule.TIME.problem(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Oslo", "America/Argentina/Buenos_Aires"})
    void these_are_time_zones(String text) {
        assertThat(ScheduleRule.TIME_ZONE.problem(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Oslo", "europe/oslo", "Europe/Oslo ", "+25:00", "\u0000"})
    void these_are_no_time_zones(String text) {
        assertThat(ScheduleRule.TIME_ZONE.problem(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b", "ada@example.org", "\"x@y\"@example.org", "åse@ø.no"})
    void these_are_recipients(String text) {
        assertThat(ScheduleRule.RECIPIENT.problem(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@", "a@", "@b", "ada", "a@b\r\nBcc: c@d", "a\u0000@b", "\ud800@b"})
    void these_are_no_recipients(String text) {
        assertThat(ScheduleRule.RECIPIENT.problem(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {321, 1_000})
    void a_recipient_is_not_longer_than_mail_allows(int length) {
        assertThat(ScheduleRule.RECIPIENT.problem("a".repeat(length - 2) + "@b"))
                .isPresent();
        assertThat(ScheduleRule.RECIPIENT.problem("a".repeat(318) + "@b")).isEmpty();
    }
}
