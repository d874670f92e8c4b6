package io.futureos.studio.engines.local.explain;

import io.futureos.studio.report.ReportSection;

/** Writes one section of a report. Implementations are stateless. */
interface Section {

    /** By which a report's configuration chooses it. */
    String type();

    ReportSection write(Findings findings);
}
