package io.futureos.studio.examples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.futureos.studio.RefusedException;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.action.Template;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engines.local.LocalEngines;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.render.ReportExporters;
import io.futureos.studio.render.provenance.VerifyReport;
import io.futureos.studio.report.ReportExporter;
import io.futureos.studio.storage.StorageException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The command line: takes a question through all five workbenches and writes what came of it. */
public final class Quickstart {

    static final int OK = 0;
    static final int BROKEN = 1;
    static final int BAD_INPUT = 2;
    static final int UNUSABLE_SERVER = 3;
    static final int INTERRUPTED = 130;

    /** What the codes of errors begin with that are the template's, and not its data's or its question's. */
    private static final String CONFIGURATION = "config_";

    /** What the codes of jobs begin with that failed because their storage did. */
    private static final String STORAGE = "storage_";

    /** The first argument of who has a report, and wants to know what it is worth. */
    private static final String VERIFY = "verify";

    private static final String PROJECT = "project.json";
    private static final String FORECAST = "forecast.json";
    static final List<ReportExporter> EXPORTERS = ReportExporters.all();
    private static final ReportFormats FORMATS = ReportFormats.of(EXPORTERS);

    /** The files that are written, in the order in which they are told. */
    static final List<String> FILES = Stream.concat(FORMATS.files().stream(), Stream.of(PROJECT, FORECAST))
            .toList();

    private final PrintStream out;
    private final PrintStream err;
    private final Terminal terminal;

    Quickstart(PrintStream out, PrintStream err, Terminal terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    /**
     * Runs the program and ends the JVM with its exit code: 0, 2 if the input is not right, 3 if a server can't be used, 1 if
     * the program is not right; and those of {@link VerifyReport}.
     */
    public static void main(String[] arguments) {
        // The PDF is drawn with AWT, which would otherwise ask for a screen, or show an icon in the dock.
        System.setProperty("java.awt.headless", "true");
        var quickstart = new Quickstart(System.out, System.err, Terminal.of(System.getenv()));
        System.exit(Interrupt.guard(() -> quickstart.run(arguments)));
    }

    /** Does what the arguments ask for; returns the exit code. */
    int run(String... arguments) {
        if (arguments.length > 0 && arguments[0].equals(VERIFY)) {
            return VerifyReport.run(Arrays.asList(arguments).subList(1, arguments.length), out, err);
        }
        try {
            Options options = Options.read(arguments);
            if (options.help()) {
                out.print(Options.help(FILES));
            } else {
                forecast(options);
            }
            return OK;
        } catch (InputProblem e) {
            err.println(e.getMessage());
            return BAD_INPUT;
        } catch (ServerProblem e) {
            err.println(e.getMessage());
            return UNUSABLE_SERVER;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return INTERRUPTED;
        } catch (RuntimeException | Error e) {
            err.println("This should not have happened, and is not your fault: " + e);
            e.printStackTrace(err);
            return BROKEN;
        }
    }

    private void forecast(Options options) throws InputProblem, ServerProblem, InterruptedException {
        var watch = new Stopwatch();
        var file = new TemplateFile(options.template());
        Progress progress = Progress.on(terminal, out, Walkthrough.STEPS);
        try (Backend backend = Backend.open(options.servers());
                StudioOrchestrator studio = StudioOrchestrator.builder()
                        .storage(backend.storage())
                        .live(backend.live())
                        .engines(LocalEngines.readingFrom(file.directory()))
                        .exporters(EXPORTERS)
                        .build()) {
            Template template = asked(file.read(studio.templates()), options);
            OutputFolder folder = OutputFolder.open(options.out(), FILES);
            walk(Walkthrough.start(studio, template, progress), folder);
        } catch (RefusedException e) {
            throw file.problem(String.valueOf(e.getMessage()));
        } catch (StorageException e) {
            throw serverProblem(e);
        } catch (EngineException e) {
            if (e.code().startsWith(STORAGE)) {
                throw serverProblem(e);
            }
            String message = String.valueOf(e.getMessage());
            throw e.code().startsWith(CONFIGURATION) ? file.problem(message) : new InputProblem(message);
        } finally {
            progress.abandon();
        }
        tellWhere(options, watch);
    }

    private static ServerProblem serverProblem(RuntimeException e) {
        String message = String.valueOf(e.getMessage());
        return new ServerProblem(message.endsWith(".") ? message : message + ".");
    }

    private static Template asked(Template template, Options options) {
        Template changed = template.with(options.question(), options.asOf(), options.size());
        return options.seed() == null ? changed : changed.seeded(options.seed());
    }

    private void walk(Walkthrough walkthrough, OutputFolder folder) throws InputProblem, InterruptedException {
        walkthrough.data();
        walkthrough.population();
        Forecasts forecasts = walkthrough.scenarios();
        walkthrough.simulation();
        walkthrough.report(FORMATS);
        folder.write(files(walkthrough, forecasts));
        out.println();
        new Headline(forecasts).lines().forEach(out::println);
    }

    private static Map<String, byte[]> files(Walkthrough walkthrough, Forecasts forecasts) {
        var files = new LinkedHashMap<String, byte[]>();
        for (ExportFormat format : FORMATS.formats()) {
            files.put(ReportFormats.file(format), walkthrough.exported(format));
        }
        files.put(PROJECT, json(walkthrough.state()));
        files.put(FORECAST, json(ForecastFile.of(forecasts)));
        return files;
    }

    private static byte[] json(Object value) {
        return (StudioJson.writePretty(value) + "\n").getBytes(UTF_8);
    }

    private void tellWhere(Options options, Stopwatch watch) {
        out.println();
        FILES.forEach(name -> out.println("  " + options.out().resolve(name)));
        out.println();
        if (options.servers().postgres() != null) {
            out.println("The project is kept in " + options.servers().postgres() + ".");
        }
        out.println("Done in " + watch + ".");
    }
}
