package io.futureos.studio.render.page;

import io.futureos.studio.model.ReportConfig.Branding;
import io.futureos.studio.render.look.Look;
import io.futureos.studio.render.wording.PageTerm;
import io.futureos.studio.render.wording.Wording;
import io.futureos.studio.report.ReportExporter;
import java.util.ArrayList;
import java.util.List;

/** Where a file is not as its configuration asks for, which must not go unsaid. */
record Departures(ReportExporter.Request request, Look look, Wording wording) {

    /** A sentence for each. */
    List<String> said() {
        var said = new ArrayList<String>();
        for (String section : Chapter.missing(request)) {
            said.add(wording.say(PageTerm.NO_SECTION, ReportPage.asTitle(section)));
        }
        for (Look.Moved colour : look.moved()) {
            said.add(wording.say(
                    PageTerm.COLOUR_MOVED, colour.role(), colour.chosen(), colour.shown(), wording.number("4.5")));
        }
        Branding branding = request.config().branding();
        if (branding != null && branding.logoUrl() != null && look.logo().isEmpty()) {
            said.add(wording.say(PageTerm.NO_LOGO));
        }
        return said;
    }
}
