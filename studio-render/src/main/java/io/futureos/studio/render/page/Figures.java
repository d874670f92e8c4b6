package io.futureos.studio.render.page;

import io.futureos.studio.render.chart.ChartModel;
import org.jsoup.nodes.Element;

/** How a medium shows a chart. */
public interface Figures {

    /**
     * Fills {@code figure}, which has its caption already.
     *
     * @param number counts from 1 through the report
     */
    void show(Element figure, ChartModel chart, int number);

    /** Adds to the end of the report what the figures left for there. */
    void finish(Appendix appendix);

    /** The report's last chapter. */
    interface Appendix {

        /** A new part of the appendix with this title, ready to be filled. */
        Element part(String title);
    }
}
