package io.futureos.studio.bench.forecast;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The options of a command line, {@code --name value} in any order, each at most once. */
final class Arguments {

    private final Map<String, String> values;

    private Arguments(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads a command line.
     *
     * @param known the options that there are, without the dashes
     * @throws InputProblem at the first that is not one of them, has no value, or is given twice
     */
    static Arguments read(List<String> known, String... arguments) throws InputProblem {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            String name = arguments[i].startsWith("--") ? arguments[i].substring(2) : "";
            if (!known.contains(name)) {
                throw new InputProblem(
                        "There is no option \"" + arguments[i] + "\"; there are --" + String.join(", --", known) + ".");
            }
            if (i + 1 == arguments.length) {
                throw new InputProblem("The option --" + name + " has no value; write it after a space.");
            }
            if (values.put(name, arguments[i + 1]) != null) {
                throw new InputProblem("The option --" + name + " is given twice; once is enough.");
            }
        }
        return new Arguments(values);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** @throws InputProblem if it was not given */
    String required(String name, String why) throws InputProblem {
        return text(name).orElseThrow(() -> new InputProblem("Give --" + name + ": " + why + "."));
    }

    /** @throws InputProblem if it can't be a path */
    Optional<Path> path(String name) throws InputProblem {
        try {
            return text(name).map(Path::of);
        } catch (InvalidPathException e) {
            throw new InputProblem("--" + name + " is no path: " + e.getMessage() + ".", e);
        }
    }

    /** @throws InputProblem if it is not a finite number */
    Optional<Double> number(String name) throws InputProblem {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            double number = Double.parseDouble(text.get());
            if (Double.isFinite(number)) {
                return Optional.of(number);
            }
        } catch (NumberFormatException e) {
            throw notANumber(name, text.get(), e);
        }
        throw notANumber(name, text.get(), null);
    }

    /** @throws InputProblem if it is not a whole number in the range */
    int whole(String name, int otherwise, int least, int most) throws InputProblem {
        double number = number(name).orElse((double) otherwise);
        if (number != Math.rint(number) || number < least || number > most) {
            throw new InputProblem("--" + name + " is a whole number from " + least + " to " + most + ", but it is \""
                    + text(name).orElse("") + "\".");
        }
        return (int) number;
    }

    private static InputProblem notANumber(String name, String text, @Nullable Throwable cause) {
        String message = "--" + name + " is a number, for example 0.05, but it is \"" + text + "\".";
        return cause == null ? new InputProblem(message) : new InputProblem(message, cause);
    }
}
