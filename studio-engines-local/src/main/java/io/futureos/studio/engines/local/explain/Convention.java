package io.futureos.studio.engines.local.explain;

import io.futureos.studio.report.BoundNumber;
import io.futureos.studio.report.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;

/** The few numbers that a sentence may have of its own: they name a figure, or say how to read it, and state nothing. */
enum Convention {
    INTERVAL_50("50", "central interval of 50 per cent, and even odds"),
    INTERVAL_80("80", "central interval of 80 per cent"),
    INTERVAL_90("90", "central interval of 90 per cent"),
    INTERVAL_95("95", "interval of 95 per cent of an estimate"),
    ZERO("0", "lower end of a scale"),
    ONE("1", "upper end of a scale"),
    BRIER_OF_EVEN_ODDS("0.25", "Brier score of always saying 50 per cent"),
    LOG_SCORE_OF_EVEN_ODDS("0.693", "log score of always saying 50 per cent");

    private final String numeral;
    private final String what;

    Convention(String numeral, String what) {
        this.numeral = numeral;
        this.what = what;
    }

    /** The convention that an origin names. */
    static Convention of(Origin origin) {
        return Arrays.stream(values())
                .filter(convention -> convention.origin().equals(origin))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No convention is " + origin));
    }

    private Origin origin() {
        return Origin.of(Origin.Kind.CONVENTION, what);
    }

    String numeral() {
        return numeral;
    }

    /**
     * The numbers in words that stand in the code.
     *
     * @throws IllegalArgumentException if one is no convention
     */
    static List<BoundNumber> numbersIn(String words) {
        var numbers = new ArrayList<BoundNumber>();
        Matcher numeral = Numerals.matcher(words);
        while (numeral.find()) {
            numbers.add(bound(numeral.group(), words));
        }
        return numbers;
    }

    private static BoundNumber bound(String numeral, String words) {
        return Arrays.stream(values())
                .filter(convention -> convention.numeral.equals(numeral))
                .map(convention ->
                        new BoundNumber(numeral, Numerals.value(numeral), false, List.of(convention.origin())))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The number " + numeral + " in \"" + words
                        + "\" has no origin: print it from a Figure, or quote"
                        + " the text with the origin that it has."));
    }
}
