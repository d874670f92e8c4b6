package io.futureos.studio.bench.forecast;

import io.futureos.studio.engine.EngineException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Forecasts the last three years of a series again, from the end of each month and knowing no more than was known then, and
 * prints how good that was beside seasonal naive, ETS and ARIMA. A program and no benchmark of JMH: it measures forecasts,
 * not time.
 */
public final class ForecastBacktest {

    private static final int ORIGINS = 36;

    private static final String HELP = """
            Usage: ForecastBacktest --template FILE
               or: ForecastBacktest --csv FILE --month COLUMN --value COLUMN [--of COLUMN]

              --template FILE   a template with its data files beside it; its question says which variable is meant
              --csv FILE        a file with a row a month, the months written YYYY-MM
              --value COLUMN    what is forecast; with --of, its share of that column
              --as-of YYYY-MM   leaves later months out
              --origins N       from how many months the past is forecast again (default 36, the last ones)
              --above X         asks whether the next December will be above the last twelve months' mean by X
                                (default: what it was above in the middle of the cases before the first origin)
              --textbook no     leaves ETS and ARIMA out
              --keep FOLDER     keeps what R printed there, and takes it from there the next time
              --write-json FILE writes the figures
              --write-csv FILE  writes each forecast with what came""";

    private ForecastBacktest() {}

    public static void main(String[] arguments) throws InterruptedException, IOException {
        int code = run(System.out, System.err, arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    static int run(PrintStream out, PrintStream err, String... arguments) throws InterruptedException, IOException {
        if (arguments.length == 0) {
            err.println(HELP);
            return 2;
        }
        try {
            run(out, err, read(arguments));
            return 0;
        } catch (InputProblem | EngineException e) {
            err.println(e.getMessage());
            return 2;
        }
    }

    private static Arguments read(String... arguments) throws InputProblem {
        List<String> known = new ArrayList<>(SubjectFiles.OPTIONS);
        known.addAll(List.of("origins", "above", "textbook", "keep", "write-json", "write-csv"));
        return Arguments.read(known, arguments);
    }

    private static void run(PrintStream out, PrintStream err, Arguments arguments)
            throws InputProblem, InterruptedException, IOException {
        long began = System.nanoTime();
        int count = arguments.whole("origins", ORIGINS, 1, 1_000);
        Optional<Double> above = arguments.number("above");
        SubjectFiles.Read read = SubjectFiles.read(arguments);
        Subject subject = read.subject();
        List<YearMonth> origins = subject.history().origins(count);
        if (origins.isEmpty()) {
            throw new InputProblem("The series has one month only; there is nothing to forecast again.");
        }
        December question =
                above.map(December::new).orElseGet(() -> December.inDoubt(subject.history(), origins.get(0)));
        boolean wanted = !arguments.text("textbook").orElse("").equals("no");
        RScript textbook =
                wanted && RScript.isThere() ? new RScript(arguments.path("keep").orElse(null)) : null;
        AtomicInteger done = new AtomicInteger();
        Backtest.Result result = new Backtest(
                        subject, new Pipeline(subject, read.engines(), question), question, origins, textbook)
                .run(what -> err.println(done.incrementAndGet() + ": " + what));
        head(out, subject, origins, question);
        new BacktestTables(result, subject.isShare()).lines().forEach(out::println);
        if (wanted && textbook == null) {
            out.println("R with its package forecast is not installed here: ETS and ARIMA are left out.");
        }
        err.printf(Locale.ROOT, "%d s%n", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began));
        BacktestFiles files = new BacktestFiles(subject, question, result);
        var json = arguments.path("write-json");
        if (json.isPresent()) {
            Files.writeString(json.get(), files.json());
        }
        var csv = arguments.path("write-csv");
        if (csv.isPresent()) {
            Files.write(csv.get(), files.csv());
        }
    }

    private static void head(PrintStream out, Subject subject, List<YearMonth> origins, December question) {
        History history = subject.history();
        out.printf(
                Locale.ROOT,
                "%s: %s, %d months from %s to %s%n",
                subject.template().name(),
                subject.variable().label(),
                history.months(),
                history.first(),
                history.last());
        out.printf(
                Locale.ROOT,
                "Forecast again from the end of each of %d months, %s to %s.%n",
                origins.size(),
                origins.get(0),
                origins.get(origins.size() - 1));
        out.printf(
                Locale.ROOT,
                "Neighbouring origins share most of what they are judged by: these are about %d independent ones.%n",
                Math.max(1, Math.round(origins.size() / (double) BlockBootstrap.BLOCK)));
        out.printf(
                Locale.ROOT,
                "Brier: of \"the next December is above the last twelve months' mean %s %s\"; it was, %d of %d times%n%n",
                question.by() < 0 ? "-" : "+",
                Math.abs(question.by()),
                question.met(history, origins),
                question.asked(history, origins));
    }
}
