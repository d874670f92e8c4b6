package io.futureos.studio.testkit.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.model.Annotation;
import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.report.ReportExporter;
import io.futureos.studio.report.ReportSection;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleConsumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportExporterContractTest {

    private enum Flaw {
        NONE(""),
        CLOSES_THE_STREAM("the_stream_stays_open"),
        NOTES_THE_TIME("equal_requests_give_equal_bytes"),
        KNOWS_WHERE_IT_IS("the_language_and_the_time_zone_of_the_machine_change_nothing"),
        STOPS_TELLING("progress_goes_from_0_to_1_and_never_back_and_ends_at_1"),
        GOES_ON_WHEN_STOPPED("who_is_told_the_progress_may_stop_the_export"),
        HIDES_A_FULL_DISK("a_stream_that_cannot_be_written_is_an_io_exception"),
        FORGETS_THE_CAVEATS("a_reader_finds_everything_that_the_report_says"),
        COLLECTS_ANNOTATIONS_AT_THE_END("annotations_stand_at_their_sections_in_their_order_with_their_authors"),
        LOSES_STRAY_ANNOTATIONS("an_annotation_of_a_section_that_is_not_there_is_not_lost"),
        TRUSTS_ITS_WRITERS("what_people_wrote_is_shown_as_text_and_never_runs"),
        ASKS_FOR_EVERYTHING("only_the_logo_is_asked_for_and_a_report_does_without_one_that_is_not_there");

        final String sentence;

        Flaw(String sentence) {
            this.sentence = sentence;
        }
    }

    private static final AtomicReference<Flaw> FLAW = new AtomicReference<>(Flaw.NONE);

    private static boolean has(Flaw flaw) {
        return FLAW.get() == flaw;
    }

    /** Not found by Surefire, which passes over nested classes. */
    static class Small extends ReportExporterContract {
        @Override
        protected ReportExporter exporter() {
            return new SmallExporter();
        }

        @Override
        protected String text(byte[] file) {
            return new String(file, UTF_8)
                    .replaceAll("<[^>]*>", "")
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&amp;", "&");
        }
    }

    /** An exporter to HTML without any look. */
    private static final class SmallExporter implements ReportExporter {

        @Override
        public ExportFormat format() {
            return ExportFormat.HTML;
        }

        @Override
        public void export(Request request, OutputStream out, DoubleConsumer progress) throws IOException {
            tell(progress, 0);
            String page = page(request);
            tell(progress, 0.5);
            try {
                out.write(page.getBytes(UTF_8));
            } catch (IOException e) {
                if (!has(Flaw.HIDES_A_FULL_DISK)) {
                    throw e;
                }
            }
            if (has(Flaw.CLOSES_THE_STREAM)) {
                out.close();
            }
            if (!has(Flaw.STOPS_TELLING)) {
                tell(progress, 1);
            }
        }

        private static void tell(DoubleConsumer progress, double fraction) {
            try {
                progress.accept(fraction);
            } catch (RuntimeException e) {
                if (!has(Flaw.GOES_ON_WHEN_STOPPED)) {
                    throw e;
                }
            }
        }

        private static String page(Request request) {
            var branding = request.config().branding();
            if (branding != null && branding.logoUrl() != null) {
                var unused = request.resources().resolve(branding.logoUrl());
            }
            if (has(Flaw.ASKS_FOR_EVERYTHING)) {
                var unused = request.resources().resolve("https://evil.example/x.png");
            }
            var page = new StringBuilder();
            var content = request.report().content();
            text(page, content.title());
            request.staleness().forEach(why -> text(page, why));
            var types = new HashSet<String>();
            for (ReportSection section : content.sections()) {
                text(page, section.title());
                page.append(cleaned(section.contentHtml()));
                if (types.add(section.type()) && !has(Flaw.COLLECTS_ANNOTATIONS_AT_THE_END)) {
                    annotations(page, request.annotations(), section.type());
                }
            }
            for (Annotation annotation : request.annotations()) {
                boolean stray = !types.contains(annotation.section()) && !has(Flaw.LOSES_STRAY_ANNOTATIONS);
                if (stray || has(Flaw.COLLECTS_ANNOTATIONS_AT_THE_END)) {
                    text(page, annotation.text() + " " + annotation.author());
                }
            }
            page.append(cleaned(content.appendix().methodology()));
            content.appendix().dataSources().forEach(source -> text(page, source));
            if (!has(Flaw.FORGETS_THE_CAVEATS)) {
                content.appendix().caveats().forEach(caveat -> text(page, caveat));
            }
            if (has(Flaw.NOTES_THE_TIME)) {
                text(page, String.valueOf(System.nanoTime()));
            }
            if (has(Flaw.KNOWS_WHERE_IT_IS)) {
                text(page, java.util.TimeZone.getDefault().getID());
            }
            return page.toString();
        }

        private static void annotations(StringBuilder page, List<Annotation> annotations, String section) {
            annotations.stream()
                    .filter(annotation -> annotation.section().equals(section))
                    .forEach(annotation -> text(page, annotation.text() + " " + annotation.author()));
        }

        private static void text(StringBuilder page, String text) {
            page.append(
                    has(Flaw.TRUSTS_ITS_WRITERS)
                            ? text
                            : text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
            page.append('\n');
        }

        /** Takes out all tags and the text of scripts. */
        private static String cleaned(String html) {
            return html.replaceAll("(?s)<script>.*?</script>", "").replaceAll("<[^>]*>", " ");
        }
    }

    @Test
    void an_exporter_that_keeps_every_promise_passes() {
        FLAW.set(Flaw.NONE);

        assertThat(Failures.of(Small.class)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void an_exporter_that_breaks_a_promise_is_told_which(Flaw broken) {
        FLAW.set(broken);

        assertThat(Failures.of(Small.class)).contains(broken.sentence);
    }
}
