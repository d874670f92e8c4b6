package io.futureos.studio.action;

import static io.futureos.studio.action.TextRule.NAME;

import io.futureos.studio.action.ReportAction.AddAnnotation;
import io.futureos.studio.action.ReportAction.Customize;
import io.futureos.studio.action.ReportAction.Export;
import io.futureos.studio.action.ReportAction.Generate;
import io.futureos.studio.action.ReportAction.ResolveOutcome;
import io.futureos.studio.action.ReportAction.ReviewOverrides;
import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.KnownOutcome;
import io.futureos.studio.model.NumberFormat;
import io.futureos.studio.model.NumberFormat.DecimalMark;
import io.futureos.studio.model.NumberFormat.Grouping;
import io.futureos.studio.model.ReportConfig.Branding;
import io.futureos.studio.model.ReportLanguage;
import io.futureos.studio.model.ReportTemplate;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the contract's {@code ReportGeneratorPayload}. */
final class ReportReader {

    private ReportReader() {}

    static Map<String, PayloadReader> actions() {
        var actions = new LinkedHashMap<String, PayloadReader>();
        actions.put("generate", ReportReader::generate);
        actions.put("customize", ReportReader::customize);
        actions.put("export", ReportReader::export);
        actions.put("schedule", ReportReader::schedule);
        actions.put("add_annotation", ReportReader::addAnnotation);
        actions.put("resolve_outcome", ReportReader::resolveOutcome);
        actions.put("review_overrides", payload -> payload.build(ReviewOverrides::new));
        return actions;
    }

    private static Field<WorkbenchAction> generate(Fields payload) {
        var config = payload.optional("report_config").object(ReportReader::reportEdit);
        return payload.build(() -> new Generate(config.orNull()));
    }

    private static Field<WorkbenchAction> customize(Fields payload) {
        var edit = payload.required("report_config").object(config -> {
            var parts = reportEdit(config);
            config.atLeastOne();
            return parts;
        });
        return payload.build(() -> new Customize(edit.get()));
    }

    static Field<ReportEdit> reportEdit(Fields config) {
        var template = config.optional("template").oneOf(ReportTemplate.class);
        Field<List<String>> sections =
                config.optional("sections").list(ReportEdit.SECTIONS, section -> section.text(NAME));
        var branding = config.optional("branding").object(ReportReader::branding);
        var charts = config.optional("include_charts").flag();
        var methodology = config.optional("include_methodology").flag();
        var language = config.optional("language").oneOf(ReportLanguage.class);
        var numbers = config.optional("number_format").object(ReportReader::numberFormat);
        return config.build(() -> new ReportEdit(
                template.orNull(),
                sections.orNull(),
                branding.orNull(),
                charts.orNull(),
                methodology.orNull(),
                language.orNull(),
                numbers.orNull()));
    }

    private static Field<NumberFormat> numberFormat(Fields format) {
        var mark = format.required("decimal_mark").oneOf(DecimalMark.class);
        var grouping = format.required("grouping").oneOf(Grouping.class);
        var space = format.optional("percent_space").flag();
        if (mark.orNull() != null && grouping.orNull() != null && !NumberFormat.areApart(mark.get(), grouping.get())) {
            format.refuse(
                    "grouping",
                    "is " + Choice.word(grouping.get()) + ", which is the decimal mark too",
                    "Give another grouping, or none.");
        }
        return format.build(() -> new NumberFormat(mark.get(), grouping.get(), space.or(true)));
    }

    private static Field<Branding> branding(Fields branding) {
        var logo = branding.optional("logo_url").text(TextRule.LOGO);
        var colors = branding.optional("colors").openObject();
        return branding.build(() -> new Branding(logo.orNull(), colors.or(Map.of())));
    }

    private static Field<WorkbenchAction> export(Fields payload) {
        var format = payload.required("export_format").oneOf(ExportFormat.class);
        return payload.build(() -> new Export(format.get()));
    }

    private static Field<WorkbenchAction> schedule(Fields payload) {
        Field<WorkbenchAction> action = payload.required("schedule").object(ScheduleReader::schedule);
        return payload.build(action::get);
    }

    private static Field<WorkbenchAction> addAnnotation(Fields payload) {
        Field<WorkbenchAction> action = payload.required("annotation").object(annotation -> {
            var section = annotation.required("section").text(NAME);
            var text = annotation.required("text").text(TextRule.REMARK);
            var author = annotation.optional("author").text(NAME);
            return annotation.build(() -> new AddAnnotation(section.get(), text.get(), author.orNull()));
        });
        return payload.build(action::get);
    }

    private static Field<WorkbenchAction> resolveOutcome(Fields payload) {
        Field<WorkbenchAction> action = payload.required("outcome").object(outcome -> {
            var value = outcome.optional("value").number(NumberRule.FINITE);
            var answer = outcome.optional("answer").flag();
            var knownAt = outcome.required("known_at").text(InstantRule.INSTANT).map(Instant::parse);
            var source = outcome.required("source").text(TextRule.REASON);
            outcome.atLeastOneOf("value", "answer");
            return outcome.build(() -> new ResolveOutcome(new KnownOutcome(
                    value.map(Number::doubleValue).orNull(), answer.orNull(), knownAt.get(), source.get())));
        });
        return payload.build(action::get);
    }
}
