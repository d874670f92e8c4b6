package io.futureos.studio.storage.memory;

import static io.futureos.studio.storage.memory.StudioFixture.ANNA;

import io.futureos.studio.LedgerEntry;
import io.futureos.studio.ProjectLedger;
import io.futureos.studio.model.KnownOutcome;
import io.futureos.studio.model.ProjectId;
import java.time.Duration;
import java.time.Instant;

/**
 * What tests begin with in which the question of the fixture turns out: it is whether the share is above one half in 2025, and the fixture's clock
 * starts when that year does.
 */
abstract class OutcomeFixture {

    static final Instant KNOWN = Instant.parse("2026-01-15T09:00:00Z");
    static final KnownOutcome CAME = KnownOutcome.of(0.6, KNOWN, "OFV, table 3");

    final StudioFixture fixture = new StudioFixture();

    void untilItIsKnown() {
        fixture.pass(Duration.between(fixture.now(), KNOWN.plusSeconds(3600)));
    }

    ProjectLedger resolve(ProjectId project, KnownOutcome outcome) {
        return fixture.studio.reports().resolve(project, ANNA, outcome);
    }

    ProjectLedger ledger(ProjectId project) {
        return fixture.studio.reports().ledger(project, ANNA);
    }

    LedgerEntry entryIn(ProjectId project) {
        return ledger(project).entries().get(0);
    }
}
