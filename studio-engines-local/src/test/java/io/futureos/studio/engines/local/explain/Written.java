package io.futureos.studio.engines.local.explain;

import io.futureos.studio.engine.ExplanationGenerator.Request;
import io.futureos.studio.engines.local.NorwayFixture;
import io.futureos.studio.engines.local.data.BlobsInMemory;
import io.futureos.studio.model.ReportConfig;
import io.futureos.studio.report.ReportContent;
import io.futureos.studio.report.ReportSection;

/** What the generator writes. A section is handed out once each of its numbers was seen to be where it says. */
final class Written {

    private final LocalExplanationGenerator generator =
            new LocalExplanationGenerator(new NorwayFixture().cars().tables());

    ReportContent report(Request request) {
        return generator.explain(request, new BlobsInMemory());
    }

    ReportContent report(ReportConfig config) {
        return report(Results.request(config));
    }

    ReportSection section(String type, Request request) {
        ReportSection section = report(request).sections().stream()
                .filter(one -> one.type().equals(type))
                .findFirst()
                .orElseThrow();
        new BoundNumbers(request, new NorwayFixture()::table).check(section);
        return section;
    }

    ReportSection section(String type) {
        return section(type, Results.request(ReportConfig.standard()));
    }

    String html(String type, Request request) {
        return section(type, request).contentHtml();
    }

    String html(String type) {
        return section(type).contentHtml();
    }
}
