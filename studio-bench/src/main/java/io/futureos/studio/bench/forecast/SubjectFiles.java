package io.futureos.studio.bench.forecast;

import io.futureos.studio.action.Reading;
import io.futureos.studio.action.Template;
import io.futureos.studio.action.Template.TemplatePopulation;
import io.futureos.studio.action.TemplateReader;
import io.futureos.studio.engine.DataOrchestrator.BuildRequest;
import io.futureos.studio.engine.DataOrchestrator.PinnedSource;
import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.DataPackage.ColumnProfile;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.Engines;
import io.futureos.studio.engine.IntentParser;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engines.local.LocalEngines;
import io.futureos.studio.json.InvalidJsonException;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.DataSource;
import io.futureos.studio.model.OpenValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a backtest is about from files: a template with its data beside it, or one CSV with a column. */
final class SubjectFiles {

    static final List<String> OPTIONS = List.of("template", "csv", "month", "value", "of", "as-of");
    private static final String SOURCE = "series";
    private static final String RATIO = "ratio";

    private final Engines engines;
    private final Path file;
    private final @Nullable String until;

    private SubjectFiles(Path file, @Nullable String until) {
        Path directory = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file.toAbsolutePath());
        this.engines = LocalEngines.readingFrom(directory);
        this.file = file;
        this.until = until;
    }

    /**
     * Reads the subject that a command line names.
     *
     * @throws InputProblem if there is none, or something in it is not right
     */
    static Read read(Arguments arguments) throws InputProblem {
        String until = month(arguments);
        Optional<Path> template = arguments.path("template");
        Optional<Path> csv = arguments.path("csv");
        if (template.isPresent() == csv.isPresent()) {
            throw new InputProblem("Give either --template FILE, which names its own data files, or --csv FILE"
                    + " --month COLUMN --value COLUMN.");
        }
        try {
            SubjectFiles files =
                    new SubjectFiles(existing(template.or(() -> csv).orElseThrow()), until);
            return csv.isPresent() ? files.plain(arguments) : files.fromTemplate();
        } catch (EngineException e) {
            throw new InputProblem(String.valueOf(e.getMessage()), e);
        }
    }

    /** A subject with the engines that may read its files. */
    record Read(Subject subject, Engines engines) {}

    private static @Nullable String month(Arguments arguments) throws InputProblem {
        Optional<String> month = arguments.text("as-of");
        try {
            return month.map(text -> YearMonth.parse(text).toString()).orElse(null);
        } catch (DateTimeException e) {
            throw new InputProblem("--as-of is a month like 2024-12, but it is \"" + month.orElse("") + "\".", e);
        }
    }

    private static Path existing(Path file) throws InputProblem {
        if (!Files.isRegularFile(file)) {
            throw new InputProblem("There is no file " + file + "; name one that is there.");
        }
        return file;
    }

    private Read fromTemplate() throws InputProblem {
        Reading<Template> reading = TemplateReader.read(json());
        if (reading instanceof Reading.Invalid<Template> invalid) {
            throw new InputProblem(file + ": " + invalid.problems().get(0).message());
        }
        Template template = ((Reading.Read<Template>) reading).value();
        String question = template.question();
        if (question == null) {
            throw new InputProblem(file + " has no question; write one to say which variable is meant.");
        }
        PredictionTask task = engines.intentParser()
                .parse(
                        new IntentParser.Request(
                                question, null, engines.dataOrchestrator().vocabulary(template.sources())),
                        new Blobs());
        return new Read(Subject.of(template, task.targetVariable(), engines, until), engines);
    }

    private Map<String, Object> json() throws InputProblem {
        try {
            if (StudioJson.read(Files.readAllBytes(file)) instanceof Map<?, ?> object) {
                return OpenValue.map(object);
            }
            throw new InputProblem(
                    file + " is JSON, but not an object; write { \"format\": \"studio-template\", ... }.");
        } catch (InvalidJsonException e) {
            throw new InputProblem(file + ": " + e.getMessage() + "; mend it there or just before.", e);
        } catch (IOException e) {
            throw new InputProblem("The file " + file + " can't be read (" + e + "); check who may read it.", e);
        }
    }

    private Read plain(Arguments arguments) throws InputProblem {
        String month = arguments.required("month", "the column with the months, written YYYY-MM");
        String value = arguments.required("value", "the column with the figures");
        Optional<String> of = arguments.text("of");
        Template asRead = template(month, value, of, "number");
        List<Double> range = of.isPresent() ? List.of() : profile(asRead, value).quantiles();
        boolean share = of.isPresent() || (range.get(0) >= 0 && range.get(range.size() - 1) <= 1);
        boolean count = !share && range.get(0) >= 0;
        Template template = template(month, value, of, share ? "share" : count ? "count" : "number");
        return new Read(Subject.of(template, of.isPresent() ? RATIO : value, engines, until), engines);
    }

    private ColumnProfile profile(Template template, String column) throws InputProblem {
        Blobs blobs = new Blobs();
        DataSource source = template.sources().get(0);
        PinnedSource pinned = new PinnedSource(
                source, engines.dataOrchestrator().fetch(source, blobs).raw());
        DataPackage data = engines.dataOrchestrator().build(new BuildRequest(List.of(pinned), List.of(), null), blobs);
        return data.tables().get(0).columns().stream()
                .filter(profile ->
                        profile.name().equals(column) && !profile.quantiles().isEmpty())
                .findFirst()
                .orElseThrow(() -> new InputProblem("The column \"" + column + "\" of " + file + " has no figures."));
    }

    /** A share is forecast on a scale of its own, and a count is never negative. */
    private Template template(String month, String value, Optional<String> of, String unit) {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put(month, Map.of("type", "month"));
        boolean plainShare = unit.equals("share") && of.isEmpty();
        columns.put(value, column(plainShare ? "share" : "count", !unit.equals("number")));
        of.ifPresent(whole -> columns.put(whole, column("count", true)));
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("path", Optional.ofNullable(file.getFileName()).orElse(file).toString());
        config.put("time_column", month);
        config.put("columns", columns);
        of.ifPresent(whole -> config.put(
                "derived",
                List.of(Map.of(
                        "name",
                        RATIO,
                        "label",
                        value + " of " + whole,
                        "unit",
                        "share",
                        "operation",
                        "ratio",
                        "of",
                        List.of(value, whole)))));
        return new Template(
                Optional.ofNullable(file.getFileName()).orElse(file).toString(),
                null,
                null,
                null,
                List.of(new DataSource(SOURCE, "csv", config)),
                List.of(),
                TemplatePopulation.NONE,
                List.of(),
                Map.of(),
                null);
    }

    private static Map<String, Object> column(String unit, boolean neverNegative) {
        Map<String, Object> column = new LinkedHashMap<>(
                Map.of("type", "number", "unit", unit, "aggregation", unit.equals("share") ? "mean" : "sum"));
        if (neverNegative) {
            column.put("minimum", 0);
        }
        return column;
    }
}
