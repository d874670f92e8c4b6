package io.futureos.studio.render.slides;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.render.Reports;
import io.futureos.studio.render.look.Look;
import io.futureos.studio.render.office.ChartFigures;
import io.futureos.studio.render.page.ReportPage;
import io.futureos.studio.render.wording.Wording;
import io.futureos.studio.report.ReportExporter;
import io.futureos.studio.report.ReportSection;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeckTest {

    /** With the title there are four slides. */
    private static final ReportExporter.Request THREE_CHAPTERS = Reports.with(IntStream.range(0, 3)
            .mapToObj(i -> new ReportSection("Chapter " + i, "c" + i, "<p>text " + i + "</p>", List.of()))
            .toArray(ReportSection[]::new));

    private static List<Slide> slides(int most) {
        Look look = Look.of(THREE_CHAPTERS);
        var figures = new ChartFigures(look.light(), 12);
        Document document = ReportPage.write(THREE_CHAPTERS, look, figures, fraction -> {});
        return new Deck(THREE_CHAPTERS.report(), document, new OwnTemplate().room(), Wording.ENGLISH, most).slides();
    }

    @Test
    void as_many_slides_as_there_may_be_are_the_whole_report() {
        assertThat(slides(4).stream().map(Slide::title))
                .containsExactly("The title", "Chapter 0", "Chapter 1", "Chapter 2");
    }

    @Test
    void one_more_is_a_slide_that_says_that_there_is_more() {
        List<Slide> slides = slides(3);

        assertThat(slides.stream().map(Slide::title))
                .containsExactly("The title", "Chapter 0", "Chapter 1", "The title");
        assertThat(slides.get(3).blocks().toString()).contains("ends here; the HTML report has all of it");
    }
}
