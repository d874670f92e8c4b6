package io.futureos.studio.examples.quickstart;

import io.futureos.studio.decide.Limits;
import io.futureos.studio.model.OpenValue;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param question instead of the template's; null keeps that
 * @param asOf instead of the template's, {@code YYYY-MM}; null keeps that
 * @param seed for everything that is drawn by chance; null keeps the template's
 * @param size of the population in households; null keeps the template's
 * @param servers where to keep the project instead of in memory
 */
record Options(
        boolean help,
        Path template,
        Path out,
        @Nullable String question,
        @Nullable String asOf,
        @Nullable Long seed,
        @Nullable Integer size,
        Servers servers) {

    static final Path DEFAULT_TEMPLATE = Path.of("studio-examples", "quickstart", "data", "norway", "template.json");
    static final Path DEFAULT_OUT = Path.of("out");

    private static final String HELP = """
            Usage: java -jar studio-quickstart.jar [options]
                   java -jar studio-quickstart.jar verify FILE [--key ID=PUBLIC_KEY.pem]

            Takes a forecasting question through all five workbenches and writes the report.

              --template FILE    the template, with its data files beside it
                                 (default: studio-examples/quickstart/data/norway/template.json)
              --question TEXT    asks this instead of the template's question
              --as-of YYYY-MM    the last month that the forecast may know; later rows are left out
              --out DIR          where the files go (default: out)
              --seed N           the same seed gives the same forecast.json
              --size HOUSEHOLDS  how many households the population has
              --help             shows this

            Everything is in memory, and gone when it is over, unless there are servers for it. Each run
            makes a project of its own there; forecast.json is the same with and without them.

              --postgres URL     keeps the project in this database:
                                 postgresql://user:password@host:5432/database
                                 or jdbc:postgresql://host:5432/database?user=...&password=...
                                 (without a password, the one in ~/.pgpass)
              --migrate          makes the tables that the database lacks
              --redis URL        tells what happens there: redis://user:password@host:6379,
                                 or rediss:// for TLS
              --s3 URL           keeps files in this bucket: s3://bucket/prefix?region=eu-north-1
                                 with the credentials that Amazon's tools find,
                                 or https://key:secret@host:port/bucket/prefix for another server

            verify says of a report's file whether it is as it was written; verify --help says more.

            Special characters in users, passwords, keys and secrets are written as %XX.

            Writes @files@.
            The exit code is 0 if all went well, 2 if the input is not right, 3 if a server can't be
            used, and 1 if the program is not right.
            """;

    private static final String MIGRATE = "--migrate";
    private static final String SEE_HELP = "; --help lists them all.";

    /**
     * What {@code --help} shows.
     *
     * @param files the names of the files that are written
     */
    static String help(List<String> files) {
        return HELP.replace("@files@", ReportFormats.enumerated(files));
    }

    private enum Name {
        TEMPLATE("a file"),
        QUESTION("a question"),
        AS_OF("a month, YYYY-MM"),
        OUT("a folder"),
        SEED("a whole number"),
        SIZE("a number of households"),
        POSTGRES("the URL of a database"),
        REDIS("the URL of a Redis"),
        S3("the URL of a bucket");

        private final String value;

        Name(String value) {
            this.value = value;
        }

        String option() {
            return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Name of(String option) throws InputProblem {
            for (Name name : values()) {
                if (name.option().equals(option)) {
                    return name;
                }
            }
            throw new InputProblem("There is no option \"" + option + "\"" + SEE_HELP);
        }
    }

    /**
     * Reads {@code --name value} and {@code --name=value}, in any order, each at most once.
     *
     * @throws InputProblem at the first option that is not right
     */
    static Options read(String... arguments) throws InputProblem {
        Map<Name, String> given = new EnumMap<>(Name.class);
        boolean help = false;
        boolean migrate = false;
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--help") || arguments[i].equals("-h")) {
                help = true;
                continue;
            }
            if (arguments[i].equals(MIGRATE)) {
                migrate = true;
                continue;
            }
            int equals = arguments[i].indexOf('=');
            Name name = Name.of(equals < 0 ? arguments[i] : arguments[i].substring(0, equals));
            String value = equals < 0 ? following(arguments, ++i, name) : arguments[i].substring(equals + 1);
            if (value.isBlank()) {
                throw missing(name);
            }
            if (given.put(name, value) != null) {
                throw new InputProblem(name.option() + " is given twice; give it once.");
            }
        }
        return new Options(
                help,
                path(given, Name.TEMPLATE, DEFAULT_TEMPLATE),
                path(given, Name.OUT, DEFAULT_OUT),
                given.get(Name.QUESTION),
                month(given.get(Name.AS_OF)),
                seed(given.get(Name.SEED)),
                size(given.get(Name.SIZE)),
                servers(given, migrate));
    }

    private static Servers servers(Map<Name, String> given, boolean migrate) throws InputProblem {
        String postgres = given.get(Name.POSTGRES);
        String redis = given.get(Name.REDIS);
        String s3 = given.get(Name.S3);
        if (migrate && postgres == null) {
            throw new InputProblem(MIGRATE + " makes tables in a database; name it with --postgres URL.");
        }
        return new Servers(
                postgres == null ? null : PostgresAddress.read(postgres),
                redis == null ? null : RedisAddress.read(redis),
                s3 == null ? null : S3Address.read(s3),
                migrate);
    }

    private static String following(String[] arguments, int position, Name name) throws InputProblem {
        if (position >= arguments.length || arguments[position].startsWith("--")) {
            throw missing(name);
        }
        return arguments[position];
    }

    private static InputProblem missing(Name name) {
        return new InputProblem(name.option() + " has no value; write " + name.option() + " and " + name.value + ".");
    }

    private static Path path(Map<Name, String> given, Name name, Path otherwise) throws InputProblem {
        String text = given.get(name);
        try {
            return text == null ? otherwise : Path.of(text);
        } catch (InvalidPathException e) {
            throw new InputProblem(name.option() + " is \"" + text + "\", which is no path; give " + name.value + ".");
        }
    }

    private static @Nullable String month(@Nullable String text) throws InputProblem {
        if (text == null || (text.matches("\\d{4}-\\d{2}") && parsed(text).isPresent())) {
            return text;
        }
        throw new InputProblem(
                "--as-of is \"" + text + "\", which is not a month; write year and month as YYYY-MM, as in 2024-12.");
    }

    private static Optional<YearMonth> parsed(String text) {
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Long seed(@Nullable String text) throws InputProblem {
        return text == null ? null : whole(Name.SEED, text, -OpenValue.MAX_WHOLE, OpenValue.MAX_WHOLE);
    }

    private static @Nullable Integer size(@Nullable String text) throws InputProblem {
        return text == null ? null : Math.toIntExact(whole(Name.SIZE, text, 1, Limits.STANDARD.population()));
    }

    private static long whole(Name name, String text, long least, long most) throws InputProblem {
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new InputProblem(String.format(
                Locale.ROOT, "%s is \"%s\"; give a whole number from %d to %d.", name.option(), text, least, most));
    }
}
